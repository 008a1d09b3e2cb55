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
expected = X * layer.weight + layer.bias
assert torch.allclose(layer(X), expected, atol=1e-6)

# %% range
largest, bounds = [], []
for in_features in (1, 4, 100, 10_000):
    wide = nn.Linear(in_features, 1000)
    largest.append(wide.weight.abs().max().item())
    bounds.append(in_features**-0.5)
    print(f"{in_features:6d} inputs: largest |weight| {largest[-1]:.3f}", end="")
    print(f"   1/sqrt(inputs) {bounds[-1]:.3f}")

# %% claim: uniform-within-the-bound
for seen, bound in zip(largest, bounds, strict=True):
    assert 0.99 * bound < seen <= bound, f"{seen} for a bound of {bound}"
