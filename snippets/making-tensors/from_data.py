"""A tensor from data that are there already."""

# %% two-rows
import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x)
print(x.shape)

# %% claim: two-rows-of-three
assert x.shape == (2, 3)
assert len(x) == 2 and len(x[0]) == 3

# %% a-tuple
rows, columns = x.shape
print(rows, "rows,", columns, "columns,", x.numel(), "entries")
print(x.shape == (2, 3))

# %% claim: size-is-a-tuple
assert isinstance(x.shape, tuple)
assert x.numel() == rows * columns == 6
