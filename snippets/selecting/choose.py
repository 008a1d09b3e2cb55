"""One of two values for each element."""

# %% where
import torch

x = torch.arange(10)
print(torch.where(x > 4, -1, x))

# %% claim: one-of-two-for-each
assert torch.where(x > 4, -1, x).tolist() == [0, 1, 2, 3, 4, -1, -1, -1, -1, -1]
assert torch.where(x > 4, -1, x).shape == x.shape
