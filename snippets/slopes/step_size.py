"""The error of a measured slope against the step, in float32 and in float64."""

# %% measure
import torch


def f(x):
    return x * x * x


def measured_slope(x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


true_slope = 12.0  # 3 x² at x = 2
steps = [float(f"{digit}e-{k}") for k in range(17) for digit in (3, 1)]
steps = steps[1:]  # 1, 0.3, 0.1, 0.03, ...

errors = {}
for dtype in (torch.float32, torch.float64):
    h = torch.tensor(steps, dtype=torch.float64).to(dtype)
    slopes = measured_slope(torch.tensor(2.0, dtype=dtype), h).double()
    errors[dtype] = (slopes - true_slope).abs() / true_slope

print("    h   error in float32  error in float64")
for h in (1e-1, 1e-2, 1e-4, 1e-5, 1e-6, 1e-8, 1e-12):
    e32, e64 = (error[steps.index(h)] for error in errors.values())
    print(f"{h:.0e}  {e32:16.1e}  {e64:16.1e}")

# %% claim: the-slope-that-gradcheck-measured
import inspect as _inspect

_check = _inspect.signature(torch.autograd.gradcheck)
assert _check.parameters["eps"].default == 1e-6
assert abs(12 * (1 - errors[torch.float32][steps.index(1e-6)]) - 11.4441) < 1e-4

# %% claim: tiny-steps-are-all-wrong
assert errors[torch.float32][steps.index(1e-8)] == 1
assert errors[torch.float64][-1] == 1
_two = torch.tensor(2.0)
for _h in steps[steps.index(1e-8) :]:
    assert measured_slope(_two, _h) == 0 and _two + _h == _two - _h, _h

# %% data: microscope
t = torch.linspace(-2, 2, 33, dtype=torch.float64)


def seen(h):
    """What float32 computes around 2, t steps to the right, with h as the unit."""
    x = (2 + t * h).float()
    heights = ((f(x).double() - 8) / h).tolist()
    return [float(f"{y:.3g}") if abs(y) < 90 else None for y in heights]


def written(error):
    """An error for a logarithmic axis, where zero has no place."""
    return float(f"{error:.3g}") if error > 0 else None


def line(role, x, y, **more):
    return {"kind": "line", "role": role, "x": x, "y": y} | more


def point(role, x, y):
    return {"kind": "points", "role": role, "x": [x], "y": [y]}


kinds = {"float32": "extra", "float64": "gradient"}  # the colour of each
curves = []
for (name, role), of_all in zip(kinds.items(), errors.values(), strict=True):
    heights = [written(e) for e in of_all.tolist()]
    curves.append(line(role, steps, heights, label=name))

frames = []
for i, size in enumerate(steps):
    curve = line("loss", t.tolist(), seen(size), label="x³")
    said, left, right = [], [curve], []
    for (name, role), kind in zip(kinds.items(), errors, strict=True):
        two, step = (torch.tensor(v, dtype=kind) for v in (2.0, size))
        slope, off = measured_slope(two, step).item(), errors[kind][i].item()
        said.append(f"{name} measures {slope:.9g}, off by {off:.0e}")
        left.append(line(role, [-2, 2], [-2 * slope, 2 * slope], label=name))
        right.append(point(role, size, written(off)))
    marks = [[left[0], left[2], left[1]], right]  # float32 on top
    frames.append({"name": f"{size:.0e}", "note": "; ".join(said), "marks": marks})

microscope = {
    "control": "step h",
    "panels": [
        {"title": "x³ near 2, in float32, enlarged until h is one unit"}
        | {"xlabel": "(x − 2) / h", "ylabel": "(x³ − 8) / h"}
        | {"xlim": [-2, 2], "ylim": [-36, 36]},
        {"title": "how wrong the measured slope is", "marks": curves}
        | {"xlabel": "step h", "ylabel": "relative error"}
        | {"xscale": "log", "yscale": "log", "xlim": [1e-16, 1], "ylim": [1e-13, 10]},
    ],
    "frames": frames,
    "start": 2,
}

# %% picture
import matplotlib.pyplot as plt

for error, colour in zip(errors.values(), ("C4", "C3"), strict=True):
    known = error > 0
    h = torch.tensor(steps)[known]
    plt.loglog(h, error[known], "o-", color=colour, markersize=3)
plt.text(2e-9, 2, "float32", color="C4")
plt.text(1e-13, 3e-6, "float64", color="C3")
plt.xlabel("step h")
plt.ylabel("relative error of the slope")
plt.show()

# %% best
for dtype, error in errors.items():
    i = error.argmin()
    balance = torch.finfo(dtype).eps ** (1 / 3)
    print(f"{dtype}: best step {steps[i]:.0e}, error {error[i]:.1e}", end="")
    print(f"; cube root of eps {balance:.1e}")

# %% claim: each-number-type-has-its-best-step
for _dtype, _error in errors.items():
    _balance = torch.finfo(_dtype).eps ** (1 / 3)
    assert _balance / 10 < steps[_error.argmin()] < _balance * 10
    _x = (torch.arange(100, 400).double() / 100).to(_dtype)  # and elsewhere
    _slopes = 3 * _x.double() ** 2
    _off = [((measured_slope(_x, h) - _slopes).abs() / _slopes).mean() for h in steps]
    assert _balance / 10 < steps[torch.stack(_off).argmin()] < _balance * 10
assert errors[torch.float32].min() > 1e5 * errors[torch.float64].min()

# %% lost
x = torch.tensor(2.0)
for h in (1e-6, 1e-7, 1e-8):
    up, down = x + h - x, x - (x - h)
    print(f"{h:.0e}: {up:.4e} upwards, {down:.4e} downwards")

gap_above = torch.nextafter(x, x + 1) - x
gap_below = x - torch.nextafter(x, x - 1)
print(f"the next numbers are {gap_above:.4e} above and {gap_below:.4e} below")
error32_millionth = errors[torch.float32][steps.index(1e-6)]
error32_tiny = errors[torch.float32][steps.index(1e-8)]

# %% claim: a-tiny-step-is-no-step
for _h in (1e-7, 1e-8):  # rounded away is what is less than half a gap
    assert (x + _h == x) == (_h < gap_above / 2), _h
    assert (x - _h == x) == (_h < gap_below / 2), _h
assert x + 1e-7 == x != x - 1e-7
assert gap_above == 2 * gap_below == 2.0**-22
assert (x + 1e-6 - x) < 0.96e-6 and x - (x - 1e-6) < 0.96e-6  # not the step meant
