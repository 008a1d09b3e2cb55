"""Swapping two rows, as one would swap two variables."""

# %% swap
import torch

x = torch.tensor([[1, 1, 1], [2, 2, 2]])
x[0], x[1] = x[1], x[0]
print(x)

# %% claim: both-are-twos
assert x.tolist() == [[2, 2, 2], [2, 2, 2]]

# %% right
x = torch.tensor([[1, 1, 1], [2, 2, 2]])
x[[0, 1]] = x[[1, 0]]  # a list of rows makes a copy first
print(x)

# %% claim: swapped
assert x.tolist() == [[2, 2, 2], [1, 1, 1]]
