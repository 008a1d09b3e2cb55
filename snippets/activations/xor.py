"""The smallest problem that no straight line solves."""

# %% linear
import torch
from torch import nn

X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)  # exclusive or
criterion = nn.BCEWithLogitsLoss()


def train(model, steps=1000):
    """Yield the loss of every step of plain gradient descent."""
    optimiser = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = criterion(model(X), y)
        loss.backward()
        optimiser.step()
        yield loss.item()


torch.manual_seed(0)
linear = nn.Linear(2, 1, dtype=torch.float64)
*_, linear_loss = train(linear)
print(f"loss {linear_loss:.6f}, ln 2 = 0.693147")
print("p =", [f"{p:.4f}" for p in torch.sigmoid(linear(X)).flatten().tolist()])

# %% claim: a-line-cannot
from math import log as _log

assert abs(linear_loss - _log(2)) < 1e-9, linear_loss
assert torch.allclose(torch.sigmoid(linear(X)), torch.full_like(y, 0.5), atol=1e-6)

# %% claim: none-does-better
torch.manual_seed(0)
for _size in (0.01, 0.1, 1.0, 10.0):
    _numbers = _size * torch.randn(3, 5000, dtype=torch.float64)  # w1, w2, b
    _logits = X @ _numbers[:2] + _numbers[2]  # (4 points, 5000 functions)
    _losses = nn.functional.binary_cross_entropy_with_logits(
        _logits, y.expand(4, 5000), reduction="none"
    ).mean(dim=0)
    assert torch.allclose(_logits[0] + _logits[3], _logits[1] + _logits[2])
    assert (_losses >= _log(2) - 1e-12).all(), (_size, _losses.min())

# %% four-tanh
torch.manual_seed(0)
bent = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1)).double()
bent_losses = list(train(bent))
print(f"loss {bent_losses[-1]:.6f}")
print("p =", [f"{p:.4f}" for p in torch.sigmoid(bent(X)).flatten().tolist()])

bent_first, bent_last = bent_losses[0], bent_losses[-1]

# %% claim: four-tanh-can
assert bent_last < 0.002, bent_last
assert ((torch.sigmoid(bent(X)) - y).abs() < 0.004).all()

# %% picture
import matplotlib.pyplot as plt

ticks = torch.linspace(-0.5, 1.5, 13, dtype=torch.float64)
plane = torch.cartesian_prod(ticks, ticks)


def surface(model):
    """Probability of a 1 over the plane, first input across, second upward."""
    with torch.no_grad():
        p = torch.sigmoid(model(plane)).reshape(13, 13)
    return [[round(v, 2) for v in row] for row in p.T.flip(0).tolist()]


figure, panels = plt.subplots(2, 1, figsize=(5.2, 6.2))
titles = ["one linear layer", "four tanh units"]
for panel, model, title in zip(panels, (linear, bent), titles, strict=True):
    p = torch.tensor(surface(model))
    panel.imshow(p, cmap="Greys", vmin=0, vmax=1, extent=[-0.5, 1.5, -0.5, 1.5])
    panel.plot([0, 1], [0, 1], "o", color="C1", label="target 0")
    panel.plot([0, 1], [1, 0], "s", color="C1", label="target 1")
    panel.set_title(title)
panels[0].legend(loc="center left", bbox_to_anchor=(1.02, 0.5))
plt.show()

# %% data: surfaces
LABELS = [
    f"{round(t, 1) + 0:.1f}" if i % 3 == 0 else "" for i, t in enumerate(ticks.tolist())
]
MOMENTS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 150, 200, 500, 1000]


def film(model):
    """The loss and the surface, before training and at the moments above."""
    shots = [(criterion(model(X), y).item(), surface(model))]
    for step, _ in enumerate(train(model), start=1):
        if step in MOMENTS:
            shots.append((criterion(model(X), y).item(), surface(model)))
    return shots


torch.manual_seed(0)
line_film = film(nn.Linear(2, 1, dtype=torch.float64))
torch.manual_seed(0)
tanh_film = film(nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1)).double())

grid = {"kind": "cells", "rows": LABELS[::-1], "columns": LABELS}
corners = {"kind": "text", "role": "data", "text": ["0", "1", "1", "0"]}
corners |= {"x": [2.8, 2.8, 8.8, 8.8], "y": [9.3, 3.3, 9.3, 3.3]}  # in cells
frames = [
    {
        "name": str(step),
        "note": f"loss {line_loss:.4f} with one layer, {tanh_loss:.4f} with tanh",
        "marks": [[grid | {"values": p}, corners] for p in (line_p, tanh_p)],
    }
    for step, (line_loss, line_p), (tanh_loss, tanh_p) in zip(
        [0, *MOMENTS], line_film, tanh_film, strict=True
    )
]
surfaces = {
    "control": "steps",
    "panels": [
        {"title": title, "xlim": [0, 12], "ylim": [0, 12]}
        for title in ("one linear layer", "four tanh units")
    ],
    "frames": frames,
    "start": len(frames) - 1,
}

# %% claim: folds-early
_steps = [0, *MOMENTS]


def _corners(step):
    """How far the four answers are from their targets."""
    p = tanh_film[_steps.index(step)][1]
    return [abs(p[9][3]), abs(1 - p[3][3]), abs(1 - p[9][9]), abs(p[3][9])]


assert tanh_film[0][0] > 0.69 and max(_corners(40)) > 0.5 > 0.13 > max(_corners(100))
_later = [_loss for _loss, _ in tanh_film[_steps.index(100) :]]
assert _later == sorted(_later, reverse=True) and _later[-1] < 0.02 * _later[0], _later

# %% claim: one-even-shade
for _step, (_, _grid) in zip(_steps, line_film, strict=True):
    _slant = max(max(_row) for _row in _grid) - min(min(_row) for _row in _grid)
    assert (_slant > 0.3) if _step == 0 else (_step < 70 or _slant < 0.025), _slant
    assert _step < 70 or all(0.49 <= _p <= 0.51 for _row in _grid for _p in _row)
