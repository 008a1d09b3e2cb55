"""The slope divided by the step that was taken, not by the one that was meant."""

# %% taken
import torch


def f(x):
    return x * x * x


x = torch.tensor(2.0)  # float32
print("    h     2h that was meant  run that was taken  slope   healed")
for h in (1e-3, 1e-4, 1e-5, 1e-6):
    left, right = x - h, x + h
    rise, run = f(right) - f(left), right - left
    meant = 2 * h
    print(f"{h:.0e}  {meant:17.6e}  {run:18.6e}", end="")
    print(f"  {rise / meant:.4f}  {rise / run:.4f}")

# %% claim: the-step-is-to-blame
from fractions import Fraction as _Exact

for _h in (1e-3, 1e-4, 1e-5, 1e-6):
    _left, _right = (x - _h).item(), (x + _h).item()
    _exact_rise = _Exact(_right) ** 3 - _Exact(_left) ** 3  # f is not rounded
    _rise = (f(torch.tensor(_right)) - f(torch.tensor(_left))).item()
    _error = _rise / (2 * _h) - 12
    _error_of_the_step = float(_exact_rise / _Exact(2 * _h)) - 12
    assert abs(_error - _error_of_the_step) < 0.01 * abs(_error), _h
    assert _rise / (_right - _left) == 12, _h
    assert _Exact(_right) - _Exact(_left) == _Exact((x + _h - (x - _h)).item())
assert abs(rise / meant - 11.4441) < 1e-4 and rise / run == 12 and h == 1e-6

# %% claim: powers-of-two-are-steps
for _k in range(12, 23):
    _h = 2.0**-_k
    assert x + _h - x == x - (x - _h) == _h
    assert (f(x + _h) - f(x - _h)) / (2 * _h) == 12, _k

# %% elsewhere
places = torch.arange(1000, 4000).double() / 1000
x = places.float()  # three thousand places between 1 and 4
true_slopes = 3 * x.double() ** 2
h = 1e-4
left, right = x - h, x + h
rise = f(right) - f(left)
mean_error = {}
for name, run in {"meant": 2 * h, "taken": right - left}.items():
    mean_error[name] = ((rise / run - true_slopes).abs() / true_slopes).mean()
    print(f"divided by the run that was {name}: {mean_error[name]:.4%} off")

# %% claim: smaller-and-not-gone
for _h in (1e-3, 3e-4, 1e-4, 3e-5, 1e-6):
    _off = []
    for _run in (torch.tensor(2 * _h), x + _h - (x - _h)):
        _slopes = (f(x + _h) - f(x - _h)) / _run
        _off.append(((_slopes - true_slopes).abs() / true_slopes).mean())
    assert 0 < _off[1] < 0.9 * _off[0], (_h, _off)
    _eps = torch.finfo(torch.float32).eps
    assert 0.1 < _off[1] / (_eps / _h) < 0.2, _off[1] / (_eps / _h)
assert mean_error["taken"] < mean_error["meant"] / 3
