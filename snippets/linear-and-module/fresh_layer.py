"""A layer that has not learnt anything yet, and where its numbers come from."""

# %% ten-points
import torch
from torch import nn

torch.manual_seed(0)
X = torch.randn(10, 1)
y = X @ torch.tensor([[2.0]]) + 1.0 + 0.1 * torch.randn(10, 1)  # the line 2x + 1

layer = nn.Linear(in_features=1, out_features=1)
print("weight", layer.weight)
print("bias  ", layer.bias)
print("first three predictions and targets:")
print(torch.cat([layer(X), y], dim=1)[:3].detach())

weight, bias = layer.weight.item(), layer.bias.item()

# %% claim: the-formula-again
assert torch.allclose(layer(X), X * layer.weight + layer.bias, atol=1e-6)
_off = (layer(X) - y).abs().mean().item()
_noise = (2 * X + 1 - y).abs().mean().item()
assert _off > 10 * _noise, (_off, _noise)
