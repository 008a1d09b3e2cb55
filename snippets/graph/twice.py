"""A number that is used twice receives two slopes."""

# %% twice
import torch

a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)

z = (a + b) * a  # a is used twice
z.backward()
print(a.grad, b.grad)

# %% claim: both-paths-are-added
assert z == 10 and (a.grad, b.grad) == (2 + 5, 2)
_h = 1e-3
assert abs(((2 + _h + 3) * (2 + _h) - (2 - _h + 3) * (2 - _h)) / (2 * _h) - 7) < 1e-9
