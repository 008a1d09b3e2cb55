"""How far the gradient of a batch strays from the gradient of all the data."""

# %% per-point
import torch

generator = torch.Generator().manual_seed(0)
N = 1024
x = 2 * torch.rand(N, dtype=torch.float64, generator=generator) - 1
y = 2 * x + 0.5 + 0.3 * torch.randn(N, dtype=torch.float64, generator=generator)

error = 0.0 * x + 0.0 - y  # of the line w = 0, b = 0
each = torch.stack([2 * error * x, 2 * error], dim=1)  # a gradient (w, b) per point
full = each.mean(dim=0)
print("full gradient", [round(value, 4) for value in full.tolist()])

# %% data: clouds
_generator = generator.clone_state()  # what the shown cells draw stays as it is
_sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256]


def _short(values):
    return [float(f"{value:.4g}") for value in values.tolist()]


_arrow = {
    "kind": "arrow",
    "role": "extra",
    "x": [0.0, float(f"{full[0].item():.4g}")],
    "y": [0.0, float(f"{full[1].item():.4g}")],
    "label": "full gradient",
}
_frames = []
for _B in _sizes:
    _cloud = each[torch.randint(N, (120, _B), generator=_generator)].mean(dim=1)
    _x, _y = _cloud.std(dim=0).tolist()
    _frames.append(
        {
            "name": str(_B),
            "note": f"spread of 120 gradients: {_x:.2f} for w, {_y:.2f} for b",
            "marks": [
                [
                    {
                        "kind": "points",
                        "role": "gradient",
                        "x": _short(_cloud[:, 0]),
                        "y": _short(_cloud[:, 1]),
                        "label": "gradients of batches",
                    },
                    _arrow,
                ]
            ],
        }
    )
clouds = {
    "control": "batch size",
    "panels": [
        {
            "title": "the same place, 120 batches",
            "xlabel": "gradient of w",
            "ylabel": "gradient of b",
            "xlim": [-6.5, 1],
            "ylim": [-6.5, 5],
        }
    ],
    "frames": _frames,
    "start": 2,
}

# %% picture
import matplotlib.pyplot as plt

fig, panels = plt.subplots(2, 1, figsize=(5.2, 6.4), sharex=True, sharey=True)
for axes, B in ((panels[0], 4), (panels[1], 64)):
    cloud = each[torch.randint(N, (120, B), generator=generator)].mean(dim=1)
    axes.plot(cloud[:, 0], cloud[:, 1], "o", color="C3", markersize=3)
    axes.annotate("", full.tolist(), (0, 0), arrowprops={"arrowstyle": "->"})
    axes.set_title(f"batches of {B}")
    axes.set_ylabel("gradient of b")
panels[1].set_xlabel("gradient of w")
plt.show()

# %% spread
spreads = []
print("   B    spread  spread · √B")
for B in (1, 4, 16, 64, 256):
    draws = torch.randint(N, (4000, B), generator=generator)  # with replacement
    gradients = each[draws].mean(dim=1)  # (4000, B, 2) -> (4000, 2)
    spread = gradients[:, 0].std().item()
    spreads.append(spread)
    print(f"{B:4d}  {spread:8.4f}  {spread * B**0.5:11.4f}")

# %% claim: one-over-root-b
spread_of_one = each[:, 0].std(unbiased=False).item()
for _B, _spread in zip((1, 4, 16, 64, 256), spreads, strict=True):
    assert abs(_spread * _B**0.5 / spread_of_one - 1) < 0.06, (_B, _spread)
assert 1.8 < spreads[2] / spreads[3] < 2.2, spreads

# %% claim: centred-on-the-full-gradient
for _B in (1, 4, 16, 64, 256):
    _draws = torch.randint(N, (4000, _B), generator=generator)
    _centre = each[_draws].mean(dim=(0, 1))
    _allowed = 4 * each.std(dim=0) / (4000 * _B) ** 0.5  # four standard errors
    assert ((_centre - full).abs() < _allowed).all(), (_B, _centre)
