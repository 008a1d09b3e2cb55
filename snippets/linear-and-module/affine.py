"""nn.Linear on two rows of three numbers, beside the formula."""

# %% formula
import torch
from torch import nn

X = torch.tensor([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]])  # two rows of three features
W = torch.tensor([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])  # one row for each output
b = torch.tensor([10.0, 20.0])

by_hand = X @ W.T + b  # (2, 3) @ (3, 2) + (2,) -> (2, 2)
print(by_hand)

# %% layer
layer = nn.Linear(in_features=3, out_features=2)
print("weight:", tuple(layer.weight.shape), " bias:", tuple(layer.bias.shape))

with torch.no_grad():  # put our numbers where the random ones were
    layer.weight.copy_(W)
    layer.bias.copy_(b)
print(layer(X).detach())

n_learnable = layer.weight.numel() + layer.bias.numel()

# %% claim: paper-and-layer-agree
_on_paper = torch.tensor([[8.0, 24.0], [10.0, 21.0]])
assert torch.equal(by_hand, _on_paper), by_hand
assert torch.equal(layer(X), _on_paper), layer(X)


# %% claim: one-row-per-output
assert layer.weight.shape == (2, 3), layer.weight.shape
assert layer.bias.shape == (2,), layer.bias.shape
assert n_learnable == 2 * 3 + 2, n_learnable
