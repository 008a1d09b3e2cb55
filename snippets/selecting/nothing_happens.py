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
for _pick, _copies in (
    (lambda x: x[x >= 0], True),
    (lambda x: x[torch.tensor([True, False, True])], True),
    (lambda x: x[[0, 2]], True),
    (lambda x: x[[0, 2], [1, 3]], True),
    (lambda x: x[1], False),
    (lambda x: x[0:2], False),
    (lambda x: x[:, ::2], False),
    (lambda x: x[1, 2:], False),
):
    _x = torch.arange(12).reshape(3, 4)
    _pick(_x)[0] = -1
    assert torch.equal(_x, torch.arange(12).reshape(3, 4)) == _copies
