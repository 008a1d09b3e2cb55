"""A change through a view reaches everybody."""

# %% through-a-view
import torch

x = torch.arange(6).reshape(2, 3)
row, column, table = x[0], x[:, 1], x.T
row[1] = 100
print(x)
print(column)
print(table)

# %% claim: everybody-sees-it
assert x[0, 1] == column[0] == table[1, 0] == 100

# %% clone
separate = x[0].clone()
separate[1] = -1
print(x[0])

# %% claim: a-clone-is-separate
assert x[0, 1] == 100 and separate[1] == -1
