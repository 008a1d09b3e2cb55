"""One registered layer beside a hidden one: half of the model stands still."""

# %% hidden-layer
import torch
from torch import nn, optim


class HalfHidden(nn.Module):
    def __init__(self, container):
        super().__init__()
        self.hidden = container([nn.Linear(1, 4)])
        self.out = nn.Linear(4, 1)

    def forward(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.out(x)


def first_weights_move(container):
    torch.manual_seed(0)
    model = HalfHidden(container)
    before = model.hidden[0].weight.clone()
    optimiser = optim.SGD(model.parameters(), lr=0.01)
    loss = (model(torch.ones(5, 1)) ** 2).mean()
    loss.backward()
    optimiser.step()
    return not torch.equal(before, model.hidden[0].weight)


# %% list-or-modulelist
for container in (list, nn.ModuleList):
    n_parameters = sum(p.numel() for p in HalfHidden(container).parameters())
    print(f"{container.__name__:<10} {n_parameters:2d} parameters;", end=" ")
    print("first layer moves:", first_weights_move(container))

# %% claim: only-modulelist-trains-it
assert not first_weights_move(list)
assert first_weights_move(nn.ModuleList)
