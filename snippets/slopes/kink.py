"""Where a function has a corner there is no one slope to find."""

# %% corner
import torch

h, found = 1e-3, {}
for f in (torch.relu, torch.abs):
    x = torch.tensor(0.0, dtype=torch.float64)
    left = (f(x) - f(x - h)) / h
    right = (f(x + h) - f(x)) / h
    central = (f(x + h) - f(x - h)) / (2 * h)

    x.requires_grad_()
    f(x).backward()
    sides = (left, right, central, x.grad)
    found[f.__name__] = [round(slope.item(), 6) for slope in sides]
    print(f"{f.__name__:4}  left {left:4.1f}  right {right:.1f}", end="")
    print(f"  central {central:.1f}  autograd {x.grad:.1f}")

# %% claim: each-side-has-its-own-slope
assert found == {
    "relu": [0.0, 1.0, 0.5, 0.0],
    "abs": [-1.0, 1.0, 0.0, 0.0],
}, found
for _left, _right, _central, _chosen in found.values():
    assert _central == (_left + _right) / 2 and _chosen == 0

# %% spellings
zero = torch.tensor(0.0, dtype=torch.float64)
same_function = {
    "relu(x)": torch.relu,
    "clamp(x, min=0)": lambda x: torch.clamp(x, min=0),
    "maximum(x, 0)": lambda x: torch.maximum(x, zero),
}
chosen = {}
for name, f in same_function.items():
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    f(x).backward()
    chosen[name] = x.grad.item()
    print(f"{name:15} slope at 0: {chosen[name]}")

# %% claim: one-function-three-slopes
assert list(chosen.values()) == [0, 1, 0.5], chosen
for _number in (-2.0, -1e-9, 0.0, 1e-9, 3.0):
    _seen = set()
    for _f in same_function.values():
        _x = torch.tensor(_number, dtype=torch.float64, requires_grad=True)
        _y = _f(_x)
        _y.backward()
        _seen.add((_y.item() + 0, _x.grad.item() if _number else None))
    assert len(_seen) == 1, _seen
