"""nn.Sequential in eight lines."""

# %% sequential
import torch
from torch import nn


class Sequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


layers = nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2)
ours, theirs = Sequential(*layers), nn.Sequential(*layers)
X = torch.linspace(-1, 1, 15).reshape(5, 3)
print("same predictions:", torch.equal(ours(X), theirs(X)))
print("ours:  ", [name for name, _ in ours.named_parameters()])
print("theirs:", [name for name, _ in theirs.named_parameters()])

# %% claim: ours-equals-theirs
assert torch.equal(ours(X), theirs(X))
assert len(list(ours.parameters())) == len(list(theirs.parameters())) == 4
