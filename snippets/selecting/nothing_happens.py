"""An assignment to a copy."""

# %% two-brackets
import torch

x = torch.arange(12).reshape(3, 4)
x[x > 8][0] = -1
print(x)

# %% claim: unchanged
assert torch.equal(x, torch.arange(12).reshape(3, 4))

# %% one-bracket
x[x > 8] = -1  # all of them
x[0, 0] = -2
x[1][2] = -3  # two brackets again, and yet
print(x)

# %% claim: masks-copy-and-slices-do-not
assert x.tolist() == [[-2, 1, 2, 3], [4, 5, -3, 7], [8, -1, -1, -1]]
