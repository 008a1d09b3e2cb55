"""Picking by a condition."""

# %% mask
import torch

x = torch.arange(8).reshape(2, 4)
mask = x > 3
print(mask)
print(x[mask])

# %% claim: four-in-a-row
assert x[mask].tolist() == [4, 5, 6, 7]
assert x[mask].ndim == 1
assert mask.shape == x.shape

# %% rows
wanted = torch.tensor([False, True])  # one answer for each row
print(x[wanted])
print(x[wanted].shape)

# %% claim: a-row-mask-keeps-columns
assert x[wanted].shape == (1, 4)
_x = torch.zeros(3, 4, 5)
for _dims in (1, 2, 3):
    _mask = torch.ones(_x.shape[:_dims], dtype=torch.bool)
    _mask.view(-1)[0] = False
    assert _x[_mask].shape == (_mask.numel() - 1, *_x.shape[_dims:])

# %% combine
print(x[(x > 1) & (x < 6)])  # and
print(x[(x < 2) | (x > 5)])  # or
print(x[~(x > 1)])  # not

# %% claim: and-or-not
assert x[(x > 1) & (x < 6)].tolist() == [2, 3, 4, 5]
assert x[(x < 2) | (x > 5)].tolist() == [0, 1, 6, 7]
assert x[~(x > 1)].tolist() == [0, 1]
