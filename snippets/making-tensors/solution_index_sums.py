"""A tensor of rank 3 in which each entry is the sum of its indices."""

# %% index-sums
import torch

x = torch.tensor([[[i + j + k for k in range(4)] for j in range(3)] for i in range(2)])
print(x)
print(x.shape, "corner:", x[1][2][3].item())

# %% claim: every-entry
assert x.shape == (2, 3, 4)
for _i in range(2):
    for _j in range(3):
        for _k in range(4):
            assert x[_i, _j, _k] == _i + _j + _k
