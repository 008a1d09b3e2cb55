"""Forty-three learning rates: the path on the curve, and when float32 gives up."""

# %% runs
import math

import torch


def descend(learning_rate, most=10_000):
    """Return x at every step, up to a hundred or, beyond the limit, up to nan."""
    x = torch.tensor(0.0, requires_grad=True)
    xs = [x.item()]
    while len(xs) <= (100 if learning_rate <= 1 else most):
        x.grad = None
        ((x - 3) ** 2).backward()
        with torch.no_grad():
            x.sub_(learning_rate * x.grad)
        xs.append(x.item())
        if math.isnan(xs[-1]):
            break
    return xs


rates = sorted([0.01, 0.99, 1.01, *(k / 20 for k in range(1, 41))])
runs = {rate: descend(rate) for rate in rates}

# %% data: sweep
grid = [-10 + 0.5 * i for i in range(53)]
SHOWN = 20


def rounded(numbers):
    """Keep five digits; what lies far beyond the panel is left out."""
    return [float(f"{n:.5g}") if abs(n) < 1e4 else None for n in numbers]


def note(rate):
    xs, multiplier = runs[rate], 1 - 2 * rate
    if rate > 1:
        infinite = next(t for t, x in enumerate(xs) if math.isinf(x))
        fate = f"explodes: inf at step {infinite}, nan at step {len(xs) - 1}"
    elif rate == 1:
        fate = "jumps between 0 and 6 for ever"
    elif abs(xs[100] - 3) > 1e-3:
        fate = f"{abs(xs[100] - 3):.3f} away from 3 after 100 steps"
    else:
        near = next(t for t, x in enumerate(xs) if abs(x - 3) < 1e-3)
        fate = f"within 0.001 of 3 after {near} steps"
    return f"multiplier {multiplier:.2f}; {fate}".replace("-", "−")


frames = []
for rate in rates:
    xs = runs[rate][: SHOWN + 1]
    places, heights = rounded(xs), rounded((x - 3) ** 2 for x in xs)
    trace = {"role": "model", "x": [*range(SHOWN + 1)], "y": places}
    path = {"role": "model", "x": places, "y": heights}
    kinds = ({"kind": "line"}, {"kind": "points"})
    marks = [[mark | kind for kind in kinds] for mark in (path, trace)]
    frames.append({"name": f"{rate:.2f}", "note": note(rate), "marks": marks})

curve = {"kind": "line", "role": "loss", "x": grid, "y": [(x - 3) ** 2 for x in grid]}
bottom = {"kind": "line", "role": "muted", "x": [0, SHOWN], "y": [3, 3]}
sweep = {
    "control": "learning rate",
    "panels": [
        {"title": "the path on the curve", "xlabel": "x", "ylabel": "f(x)"}
        | {"xlim": [-9, 15], "ylim": [0, 100], "marks": [curve]},
        {"title": "x, step by step", "xlabel": "step", "ylabel": "x"}
        | {"xlim": [0, SHOWN], "ylim": [-9, 15], "marks": [bottom]},
    ],
    "frames": frames,
    "start": rates.index(0.1),
}

# %% picture
import matplotlib.pyplot as plt

for rate, colour in ((0.1, "C0"), (0.9, "C4"), (1.05, "C3")):
    plt.plot(runs[rate][:21], "o-", color=colour, markersize=3, label=str(rate))
plt.axhline(3, color="0.5", linewidth=0.8)
plt.ylim(-9, 15)
plt.xlabel("step")
plt.ylabel("x")
plt.legend(title="learning rate", loc="upper center", ncols=3)
plt.show()

# %% claim: the-multiplier-decides
from itertools import pairwise as _pairwise

for _rate, _xs in runs.items():
    assert (abs(_xs[20] - 3) < 3) == (_rate < 1), _rate
    assert math.isnan(_xs[-1]) == (_rate > 1), _rate
    assert (_xs[1] == 3) == (_rate == 0.5), _rate
    _away = [_x - 3 for _x in _xs[:21]]
    for _before, _after in _pairwise(_away):
        if min(abs(_before), abs(_after)) > 1e-5:  # not yet there
            assert (_before * _after < 0) == (_rate > 0.5), _rate
how_many = len(rates)

# %% claim: overflow-foretold
_largest = torch.finfo(torch.float32).max
for _rate in rates:
    if _rate > 1:
        _factor = 2 * _rate - 1
        _foretold = math.floor(math.log(_largest / (6 * _rate)) / math.log(_factor)) + 2
        _infinite = next(t for t, x in enumerate(runs[_rate]) if math.isinf(x))
        assert _foretold == _infinite == len(runs[_rate]) - 2, (_rate, _foretold)
slowest_infinite = len(runs[1.01]) - 2
