"""Where a function has a corner there is no one slope to find."""

# %% corner
import torch

h = 1e-3
for f in (torch.relu, torch.abs):
    x = torch.tensor(0.0, dtype=torch.float64)
    left = (f(x) - f(x - h)) / h
    right = (f(x + h) - f(x)) / h
    central = (f(x + h) - f(x - h)) / (2 * h)

    x.requires_grad_()
    f(x).backward()
    print(f"{f.__name__:4}  left {left:4.1f}  right {right:.1f}", end="")
    print(f"  central {central:.1f}  autograd {x.grad:.1f}")

# %% claim: each-side-has-its-own-slope
_sides = {}
for _f in (torch.relu, torch.abs):
    _x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    _f(_x).backward()
    _right, _left = (_f(torch.tensor(_s * h).double()) / (_s * h) for _s in (1, -1))
    _sides[_f.__name__] = [round(v.item(), 6) + 0 for v in (_left, _right, _x.grad)]
assert _sides == {"relu": [0, 1, 0], "abs": [-1, 1, 0]}, _sides
