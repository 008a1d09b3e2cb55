"""The walk with twenty-three momentum coefficients, up to the forgotten zero_grad."""
# varies: the figure shows training in float32, whose sixth digit is the processor's

# %% runs
import torch


def descend(beta, steps=250):
    """Return x at every step; at 1.0 by forgetting zero_grad, not by momentum."""
    x = torch.tensor(0.0, requires_grad=True)
    opt = torch.optim.SGD([x], lr=0.1, momentum=beta if beta < 1 else 0.0)
    xs = [x.item()]
    for _ in range(steps):
        if beta < 1:
            opt.zero_grad()
        ((x - 3) ** 2).backward()
        opt.step()
        xs.append(x.item())
    return xs


critical = (1 - 0.2**0.5) ** 2
betas = sorted([critical, 0.99, *(k / 20 for k in range(21))])
runs = {beta: descend(beta) for beta in betas}

# %% data: coefficients
SHOWN = 60


def settled(xs, near=0.01):
    """Count the steps after which x stays near 3; None if it does not settle."""
    away = [step for step, x in enumerate(xs) if abs(x - 3) >= near]
    return None if away[-1] == len(xs) - 1 else away[-1] + 1


def rounded(numbers):
    return [float(f"{number:.5g}") for number in numbers]


frames = []
for beta, xs in runs.items():
    name = f"{beta:.4f}" if beta == critical else f"{beta:.2f}"
    name += ", zero_grad forgotten" if beta == 1 else ""
    note = f"furthest to the right {max(xs):.3f}; "
    if settled(xs):
        note += f"within 0.01 of 3 from step {settled(xs)} on"
    else:
        note += f"not settled after {len(xs) - 1} steps"
    places = torch.tensor(xs[: SHOWN + 1], dtype=torch.float64)
    strides = rounded(places.diff(prepend=places[:1]).tolist())
    places = rounded(places.tolist())
    trace = {"kind": "line", "role": "model", "x": [*range(SHOWN + 1)], "y": places}
    orbit = {"kind": "line", "role": "model", "x": places, "y": strides}
    last = {"kind": "points", "role": "model", "x": places[-1:], "y": strides[-1:]}
    marks = [[trace], [orbit, last]]
    frames.append({"name": name, "note": note, "marks": marks})

bottom = {"kind": "line", "role": "muted", "x": [0, SHOWN], "y": [3, 3]}
centre = {"kind": "points", "role": "muted", "x": [3], "y": [0], "label": "at rest"}
coefficients = {
    "control": "momentum",
    "panels": [
        {"title": "x, step by step", "xlabel": "step", "ylabel": "x"}
        | {"xlim": [0, SHOWN], "ylim": [-0.5, 6.5], "marks": [bottom]},
        {"title": "place and last step", "xlabel": "x", "ylabel": "last step"}
        | {"xlim": [-0.5, 6.5], "ylim": [-1.5, 1.5], "marks": [centre]},
    ],
    "frames": frames,
    "start": betas.index(0.9),
}

# %% picture
import matplotlib.pyplot as plt

for beta, colour in ((0.0, "0.5"), (critical, "C5"), (0.9, "C0"), (1.0, "C4")):
    plt.plot(runs[beta][:61], color=colour, label=f"{beta:.2f}")
plt.ylim(-0.5, 8)
plt.xlabel("step")
plt.ylabel("x")
plt.legend(title="momentum", loc="upper center", ncols=4)
plt.show()

# %% claim: passes-only-above-critical
for _beta, _xs in runs.items():
    assert (max(_xs) > 3.0005) == (_beta > critical), (_beta, max(_xs))

# %% claim: soonest-near-critical
_settled = {}
for _beta, _xs in runs.items():
    _away = [step for step, x in enumerate(_xs) if abs(x - 3) >= 0.01]
    _settled[_beta] = None if _away[-1] == len(_xs) - 1 else _away[-1] + 1
settled_none, settled_critical = _settled[0.0], _settled[critical]
settled_ninety, furthest_ninety = _settled[0.9], max(runs[0.9])
assert _settled[1.0] is None, "never settles"
for _beta, _steps in _settled.items():
    if not 0.29 < _beta < 0.46:
        assert _steps is None or _steps > settled_critical, (_beta, _steps)
assert settled_none > 1.5 * settled_critical and settled_ninety > 3 * settled_none
