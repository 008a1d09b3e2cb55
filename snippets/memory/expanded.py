"""Writing into one number that stands in four places."""

# %% expanded raises RuntimeError: refers to a single memory location
import torch

x = torch.tensor([1, 2, 3]).expand(4, 3)
print(x.shape, x.stride())
x += 1
