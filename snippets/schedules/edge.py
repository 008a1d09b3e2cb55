"""A small network, full batch: its sharpness climbs to 2 / rate and stays there."""

# %% network
import math

import torch

x = torch.linspace(-1, 1, 20, dtype=torch.float64).reshape(20, 1)
y = 1.5 * torch.sin(4 * x + 1)
SHAPES = [(1, 20), (20,), (20, 20), (20,), (20, 1), (1,)]
SIZES = [math.prod(shape) for shape in SHAPES]  # 481 numbers together


def begin():
    generator = torch.Generator().manual_seed(0)
    theta = torch.zeros(sum(SIZES), dtype=torch.float64)
    for part, shape in zip(theta.split(SIZES), SHAPES, strict=True):
        if len(shape) == 2:  # weights are random, biases stay zero
            part.normal_(std=shape[0] ** -0.5, generator=generator)
    return theta.requires_grad_()


# %% loss
def loss_of(theta):
    parts = zip(theta.split(SIZES), SHAPES, strict=True)
    W1, b1, W2, b2, W3, b3 = (part.view(shape) for part, shape in parts)
    hidden = torch.tanh(x @ W1 + b1)
    hidden = torch.tanh(hidden @ W2 + b2)
    return ((hidden @ W3 + b3 - y) ** 2).mean()


# %% sharpness
def sharpness(theta, v, rounds):
    """Return the largest curvature at theta, and its direction."""
    (grad,) = torch.autograd.grad(loss_of(theta), theta, create_graph=True)
    for _ in range(rounds):
        (Hv,) = torch.autograd.grad(grad @ v, theta, retain_graph=True)
        curvature = (v @ Hv).item()
        v = Hv / Hv.norm()
    return curvature, v


theta = begin()
v_first = torch.full_like(theta, len(theta) ** -0.5)
first, v_first = sharpness(theta, v_first, rounds=30)
print(f"sharpness at the start {first:.3f}, so the limit is {2 / first:.3f}")

# %% exact
H = torch.autograd.functional.hessian(loss_of, theta)  # 481 x 481
curvatures = torch.linalg.eigvalsh(H)
print("largest three of the table", [round(it, 3) for it in curvatures[-3:].tolist()])

largest = curvatures[-1].item()

# %% claim: equals-the-table
assert abs(first - largest) < 1e-6, (first, largest)


# %% train
def train(rate, warm_up=1, steps=400):
    """Return the loss of each step, the sharpness of each tenth, and the end."""
    theta, v = begin(), v_first
    losses, sharp = [], []
    for step in range(steps + 1):
        loss = loss_of(theta)
        losses.append(loss.item())
        if not losses[-1] < 1e4:  # exploded
            break
        if step % 10 == 0:
            curvature, v = sharpness(theta, v, rounds=4)
            sharp.append(curvature)
        (grad,) = torch.autograd.grad(loss, theta)
        now = rate * min(1, (step + 1) / warm_up)
        theta = (theta - now * grad).detach().requires_grad_()
    return losses, sharp, theta


# %% runs
rates = (0.03, 0.05, 0.07, 0.1, 0.13, 0.17, 0.18, 0.2, 0.22, 0.25, 0.28, 0.3, 0.4)
runs = {rate: train(rate) for rate in rates}
print("rate  2 / rate  late sharpness      loss")
late = {}
for rate in (0.05, 0.07, 0.1, 0.13, 0.17, 0.2, 0.25, 0.28, 0.3, 0.4):
    losses, sharp, _ = runs[rate]
    late[rate] = sum(sharp[-10:]) / 10
    what = f"{late[rate]:6.2f}" if len(losses) == 401 else "exploded"
    print(f"{rate:.2f}  {2 / rate:8.2f}  {what:>14}  {losses[-1]:8.2g}")

# %% claim: settles-at-two-over-rate
_edge = [_rate for _rate in rates if 0.1 <= _rate <= 0.28]
_off = {}
for _rate in _edge:
    _sharp = runs[_rate][1]
    _off[_rate] = abs(sum(_sharp[-10:]) / 10 * _rate / 2 - 1)
    assert max(_sharp) > 1.1 * 2 / _rate and _off[_rate] < 0.15, (_rate, _off)
assert len(_edge) == 8 and sum(_it < 0.05 for _it in _off.values()) > 4, _off
assert max(_off, key=_off.get) == 0.13, _off
for _rate in (0.17, 0.2, 0.25):
    _top = torch.linalg.eigvalsh(
        torch.autograd.functional.hessian(loss_of, runs[_rate][2])
    )[-1]
    assert abs(_top * _rate / 2 - 1) < 0.05, (_rate, _top)

# %% claim: small-rates-stay-below
for _rate in (0.03, 0.05, 0.07):
    _losses, _sharp, _ = runs[_rate]
    assert max(_sharp) < 2 / _rate and max(_sharp) > 3 * first, (_rate, max(_sharp))
    assert sorted(_losses, reverse=True) == _losses, _rate

# %% claim: large-rates-explode
for _rate, (_losses, _, _) in runs.items():
    assert (len(_losses) < 401) == (_rate >= 0.3), _rate
assert len(train(0.29)[0]) < 401, "0.29 explodes"
assert 2 / 0.25 < first < 2 / 0.22 and f"{first:.2f} {2 / first:.3f}" == "8.88 0.225"

# %% claim: peaks-above-the-line
assert max(runs[0.2][1]) > 1.2 * 2 / 0.2, max(runs[0.2][1])
limit, ceiling = 2 / first, max(runs[0.07][1])

# %% claim: thrown-to-flatter-ground
_losses, _sharp, _ = runs[0.17]
peak_loss = max(_losses[20:45])
assert peak_loss > 20 * min(_losses[: _losses.index(peak_loss)]), peak_loss
_top = _sharp.index(max(_sharp))
peak_sharp, after_sharp = _sharp[_top], _sharp[_top + 1]
assert peak_sharp == max(_sharp) > 1.5 * 2 / 0.17 and after_sharp < 2 / 0.17, _sharp[:5]

# %% claim: falls-over-long
_losses = torch.tensor(runs[0.2][0], dtype=torch.float64)
rises = int((_losses[-101:].diff() > 0).sum())
_means = _losses[:400].view(8, 50).mean(dim=1)
assert rises > 30 and (_means.diff() < 0).all(), (rises, _means)

# %% data: edges


def _note(rate):
    losses, sharp, _ = runs[rate]
    line = f"2 / rate = {2 / rate:.2f}"
    if len(losses) < 401:
        return f"{line}, below the {first:.2f} of the start; exploded"
    end = sum(sharp[-10:]) / 10
    if max(sharp) < 2 / rate:
        return f"{line}, never reached; the sharpness ends at {end:.2f}"
    return f"{line}; sharpness over the last 100 steps {end:.2f}"


_frames = []
for _rate, (_losses, _sharp, _) in runs.items():
    _kept = [s for s, loss in zip(_sharp, _losses[::10], strict=False) if loss < 10]
    _climb = {
        "kind": "line",
        "role": "extra",
        "label": "sharpness",
        "x": [10 * k for k in range(len(_kept))],
        "y": [float(f"{s:.4g}") for s in _kept],
    }
    _line = {
        "kind": "line",
        "role": "muted",
        "label": "2 / rate",
        "x": [0, 400],
        "y": [float(f"{2 / _rate:.4g}")] * 2,
    }
    _steps = [t for t in range(len(_losses)) if t < 60 or t % 4 == 0]
    _curve = {
        "kind": "line",
        "role": "loss",
        "x": _steps,
        "y": [float(f"{_losses[t]:.3g}") for t in _steps],
    }
    _frames.append(
        {
            "name": f"{_rate:.2f}",
            "note": _note(_rate),
            "marks": [[_line, _climb], [_curve]],
        }
    )
edges = {
    "control": "learning rate",
    "panels": [
        {
            "title": "sharpness, and the line 2 / rate",
            "xlabel": "step",
            "ylabel": "sharpness",
            "xlim": [0, 400],
            "ylim": [0, 45],
        },
        {
            "title": "loss",
            "xlabel": "step",
            "ylabel": "loss",
            "xlim": [0, 400],
            "ylim": [0.01, 100],
            "yscale": "log",
        },
    ],
    "frames": _frames,
    "start": rates.index(0.17),
}

# %% picture
import matplotlib.pyplot as plt

for rate, colour in ((0.05, "0.5"), (0.18, "C4"), (0.25, "C5")):
    sharp = [round(it, 2) for it in runs[rate][1]]
    plt.plot(range(0, 401, 10), sharp, color=colour, label=f"rate {rate}")
    plt.axhline(2 / rate, color=colour, linestyle="--", linewidth=0.9)
plt.ylim(0, 48)
plt.xlabel("step")
plt.ylabel("sharpness (dashed: 2 / rate)")
plt.legend(loc="upper right", ncols=3)
plt.show()

# %% warm-up
for warm_up in (1, 200):
    losses, sharp, _ = train(0.4, warm_up)
    print(f"warm-up {warm_up:3d}: ", end="")
    if len(losses) < 401:
        print("exploded in step", len(losses) - 1)
        continue
    print(f"alive after {len(losses) - 1}, sharpness up to {max(sharp):.0f}", end="")
    warmed = sum(sharp[-10:]) / 10
    print(", then near 5:", abs(warmed - 5) < 1)

# %% claim: warm-up-carries-it-over
assert len(losses) == 401 and losses[-1] < 0.3, losses[-1]
assert abs(warmed - 5) < 1 and warmed < 0.7 * first, warmed
assert max(sharp) > 2.5 * first
