"""The same change, where autograd can see it."""

# %% counted
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x
print("version", x._version)
with torch.no_grad():
    x += 1
print("version", x._version)

# %% claim: every-change-is-counted
assert x._version == 1
_x = torch.zeros(3)
for _changes in range(5):
    assert _x._version == _x[1:]._version == _changes
    (_x if _changes % 2 else _x[:2]).add_(1)

# %% noticed raises RuntimeError: has been modified by an inplace operation
y.backward()
