"""Trainings whose steps are rounded away."""

# %% descend
import torch

TYPES = (torch.float32, torch.float16, torch.bfloat16)


def descend(dtype, rates, steps=400):
    """Walk down (w − 3)² from 1, once for each rate; return the place at every step."""
    w, rates = torch.ones(len(rates), dtype=dtype), torch.tensor(rates, dtype=dtype)
    places = [w]
    for _ in range(steps):
        w = w - rates * 2 * (w - 3)
        places.append(w)
    return torch.stack(places).double()


rates = [2.0**-k for k in range(3, 12)]
runs = {dtype: descend(dtype, rates) for dtype in TYPES}
print("rate       float32  float16  bfloat16")
for k in (3, 6, 8, 10):
    ends = (f"{runs[dtype][-1, k - 3].item():.4f}" for dtype in TYPES)
    print(f"1/{2**k:<6}", *ends, sep=" " * 3)

# %% claim: small-rates-stand-still
_ends = {dtype: runs[dtype][-1] for dtype in TYPES}
assert (_ends[torch.bfloat16] <= _ends[torch.float16]).all()
assert (_ends[torch.float16] <= _ends[torch.float32]).all()
assert _ends[torch.bfloat16][-2:].tolist() == [1, 1]
assert (_ends[torch.bfloat16].diff() <= 0).all()
_rest = runs[torch.bfloat16][-100:]
assert (_rest == _rest[0]).all()
assert (_ends[torch.bfloat16] < 3).all()

# %% claim: half-a-gap
for _rate, _path in zip(rates, runs[torch.bfloat16].T, strict=True):
    _steps = 2 * _rate * (3 - _path[:-1])
    _above = torch.nextafter(_path.bfloat16(), torch.tensor(9.0).bfloat16()).double()
    _parts = _steps / (_above - _path)[:-1]
    _stays, _step_was_rounded = _path.diff() == 0, 2**-6
    assert _stays[_parts < 0.5 * (1 - _step_was_rounded)].all()
    assert not _stays[_parts > 0.5 * (1 + _step_was_rounded)].any()
for _k in range(128):
    _w = torch.tensor(2 + _k / 64).bfloat16()
    assert _w + (1 / 128 - 2**-12) == _w == _w + 2**-8
    assert (_w + 2**-7 == _w) == (_k % 2 == 0)

# %% foretell
step_size = 2 * (1 / 64) * (3 - 2.5)  # rate 1/64, at 2.5
gap = torch.nextafter(torch.tensor(2.5).bfloat16(), torch.tensor(9.0).bfloat16()) - 2.5
print("step at 2.5:", step_size, " half of the gap:", gap.item() / 2)
foretold = 3 - (gap.item() / 2) / (2 / 64)
stuck = runs[torch.bfloat16][-1, rates.index(1 / 64)].item()
print("foretold:", foretold, " stuck at:", stuck)

# %% claim: foretold
assert 0 <= stuck - foretold <= gap


# %% data: lost
def share(dtype, column):
    """Divide each step by half of the gap at the place where it is taken."""
    here = runs[dtype][:, column].to(dtype)
    gap = torch.nextafter(here, torch.full_like(here, 9.0)).double() - here.double()
    steps = 2 * rates[column] * (here.double() - 3).abs()
    return (steps / (gap / 2)).tolist()


def note(column):
    parts = []
    for dtype in TYPES:
        path = runs[dtype][:, column]
        moved = (path.diff() != 0).nonzero()
        last = 0 if len(moved) == 0 else int(moved[-1]) + 1
        fate = "still moving" if last == 400 else f"at rest after {last} steps"
        parts.append(f"{str(dtype)[6:]}: {path[-1].item():.4g}, {fate}")
    return "; ".join(parts)


shown = [*range(0, 40, 2), *range(40, 401, 15)]
roles = dict(zip(TYPES, ("muted", "data", "model"), strict=True))
frames = []
for column, rate in enumerate(rates):
    left, right = [], []
    for dtype in TYPES:
        mark = {
            "kind": "line",
            "role": roles[dtype],
            "label": str(dtype)[6:],
            "x": shown,
        }
        path, sizes = runs[dtype][:, column], share(dtype, column)
        left.append(mark | {"y": [float(f"{path[t].item():.5g}") for t in shown]})
        if dtype is not torch.float32:
            sizes = [sizes[t] if sizes[t] > 0.01 else None for t in shown]
            right.append(mark | {"y": [s and float(f"{s:.4g}") for s in sizes]})
    marks = [left, right]
    frames.append(
        {"name": f"1/{round(1 / rate)}", "note": note(column), "marks": marks}
    )

limit = {
    "kind": "line",
    "role": "loss",
    "x": [0, 400],
    "y": [1, 1],
    "label": "half a gap",
}
goal = {"kind": "line", "role": "extra", "x": [0, 400], "y": [3, 3], "label": "bottom"}
lost = {
    "control": "learning rate",
    "panels": [
        {"title": "w, step by step", "xlabel": "step", "ylabel": "w", "marks": [goal]}
        | {"xlim": [0, 400], "ylim": [0.9, 3.1]},
        {"title": "step over half a gap", "xlabel": "step", "ylabel": "share"}
        | {"xlim": [0, 400], "ylim": [0.05, 2000], "yscale": "log", "marks": [limit]},
    ],
    "frames": frames,
    "start": rates.index(1 / 64),
}

# %% picture
import matplotlib.pyplot as plt

colours = dict(zip(TYPES, ("0.5", "C1", "C0"), strict=True))
for dtype in TYPES:
    path = runs[dtype][:, rates.index(1 / 64)]
    plt.plot(path, color=colours[dtype], label=str(dtype)[6:])
plt.axhline(3, color="0.5", linewidth=0.8)
plt.xlabel("step")
plt.ylabel("w")
plt.legend(title="rate 1/64", loc="lower right")
plt.show()

# %% cure
w = torch.tensor(1.0)  # kept in float32
rate = 1 / 1024
for _ in range(4000):
    slope = 2 * (w.bfloat16() - 3)  # computed in bfloat16
    w = w - rate * slope.float()
cured = w.item()
print(f"{cured:.3f}")

# %% claim: kept-in-float32
assert abs(cured - 3) < 0.01 and runs[torch.bfloat16][-1, rates.index(rate)] == 1
