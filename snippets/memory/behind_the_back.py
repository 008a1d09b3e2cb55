"""A change that autograd cannot see."""

# %% silent
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x  # the slope at 3 is 2 · 3 = 6
x.data += 1  # behind the back of autograd
y.backward()
print("y:", y.item(), " slope:", x.grad.item())

# %% claim: a-wrong-slope
assert y == 9 and x.grad == 8 and x._version == 0
for _value in (-2.0, 0.0, 0.5, 7.0):
    _x = torch.tensor(_value, requires_grad=True)
    _y = _x * _x
    _x.data += 1
    _y.backward()
    assert _y == _value**2 and _x.grad == 2 * (_value + 1) and _x._version == 0
