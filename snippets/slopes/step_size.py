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
error32_millionth = errors[torch.float32][steps.index(1e-6)]
assert abs(12 * (1 - error32_millionth) - 11.4441) < 1e-4

# %% claim: tiny-steps-are-all-wrong
error32_tiny = errors[torch.float32][steps.index(1e-8)]
assert error32_tiny == 1, error32_tiny
assert errors[torch.float64][-1] == 1

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
for (name, role), error in zip(kinds.items(), errors.values(), strict=True):
    heights = [written(e) for e in error.tolist()]
    curves.append(line(role, steps, heights, label=name))

frames = []
for i, h in enumerate(steps):
    said, left, right = [], [line("loss", t.tolist(), seen(h))], []
    for (name, role), dtype in zip(kinds.items(), errors, strict=True):
        two, step = (torch.tensor(v, dtype=dtype) for v in (2.0, h))
        slope, error = measured_slope(two, step).item(), errors[dtype][i].item()
        said.append(f"{name} measures {slope:.9g}, off by {error:.0e}")
        left.append(line(role, [-2, 2], [-2 * slope, 2 * slope]))
        right.append(point(role, h, written(error)))
    marks = [[left[0], left[2], left[1]], right]  # float32 on top
    frames.append({"name": f"{h:.0e}", "note": "; ".join(said), "marks": marks})

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
best32 = steps[errors[torch.float32].argmin()]
best64 = steps[errors[torch.float64].argmin()]
best_error32 = errors[torch.float32].min()
best_error64 = errors[torch.float64].min()
for _best, _dtype in ((best32, torch.float32), (best64, torch.float64)):
    _balance = torch.finfo(_dtype).eps ** (1 / 3)
    assert _balance / 10 < _best < _balance * 10
assert best32 > 100 * best64 and best_error32 > 1e5 * best_error64

# %% lost
x = torch.tensor(2.0)
for h in (1e-6, 1e-7, 1e-8):
    print(f"{h:.0e}: 2 + h - 2 = {(x + h - x).item():.4e}")
print("2 + 1e-8 == 2:", (x + 1e-8 == x).item())

# %% claim: a-tiny-step-is-no-step
assert x + 1e-8 == x and x - 1e-8 == x
assert abs((x + 1e-6 - x).item() / 1e-6 - 1) > 0.04  # the step itself is rounded
