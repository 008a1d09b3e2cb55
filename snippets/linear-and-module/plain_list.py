"""Layers in a Python list: the model cannot see them."""

# %% a-list
import torch
from torch import nn, optim


class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(1, 4), nn.Linear(4, 1)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


model = Stack()
print(model)
print("prediction:", tuple(model(torch.ones(5, 1)).shape))
print("parameters:", list(model.parameters()))

# %% claim: works-but-holds-nothing
assert model(torch.ones(5, 1)).shape == (5, 1)
assert list(model.parameters()) == []

# %% nothing-to-optimise raises ValueError: optimizer got an empty parameter list
optimiser = optim.SGD(model.parameters(), lr=0.01)
