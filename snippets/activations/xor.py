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
import math

assert abs(linear_loss - math.log(2)) < 1e-9, linear_loss
assert torch.allclose(torch.sigmoid(linear(X)), torch.full_like(y, 0.5), atol=1e-6)

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
assert tanh_film[0][0] > 0.69 and tanh_film[10][0] < 0.1, "the first hundred steps"
assert all(abs(p - 0.5) < 0.2 for _, grid in line_film[4:] for row in grid for p in row)
