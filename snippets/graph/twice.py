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
for _start in range(-4, 5):
    for _other in (-3, 0, 3, 10):
        _a = torch.tensor(float(_start), requires_grad=True)
        _b = torch.tensor(float(_other), requires_grad=True)
        ((_a + _b) * _a).backward()
        assert (_a.grad, _b.grad) == (_start + (_start + _other), _start)
        _up, _down = _start + _h, _start - _h
        _rise = (_up + _other) * _up - (_down + _other) * _down
        assert abs(_rise / (2 * _h) - _a.grad) < 1e-9
