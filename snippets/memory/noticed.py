"""The same change, where autograd can see it."""

# %% noticed raises RuntimeError: has been modified by an inplace operation
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x
with torch.no_grad():
    x += 1
y.backward()
