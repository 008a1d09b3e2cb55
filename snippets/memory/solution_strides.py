"""Strides of a tensor with three dimensions."""

# %% three-dimensions
import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x.stride())
print(x.permute(2, 0, 1).stride(), tuple(x.permute(2, 0, 1).shape))
print(x[1, 2, 3].item(), 1 * 12 + 2 * 4 + 3 * 1)

# %% claim: as-on-paper
assert x.stride() == (12, 4, 1)
assert x.permute(2, 0, 1).stride() == (1, 12, 4)
assert x[1, 2, 3] == 1 * 12 + 2 * 4 + 3 * 1
