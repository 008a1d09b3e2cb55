"""The hundred points and their loss landscape, step by step of the real run."""
# varies: the figure shows training in float32, whose sixth digit is the processor's

# %% run
import torch

generator = torch.Generator().manual_seed(0)
n = 100
x = torch.ones(n, 2)
x[:, 0].uniform_(-1, 1, generator=generator)
y = x @ torch.tensor([3.0, 2.0]) + torch.rand(n, generator=generator)

coefficients = torch.nn.Parameter(torch.tensor([-1.0, 1.0]))
path, losses = [], []
for _ in range(101):
    loss = ((x @ coefficients - y) ** 2).mean()
    path.append(coefficients.tolist())
    losses.append(loss.item())
    loss.backward()
    with torch.no_grad():
        coefficients.sub_(0.1 * coefficients.grad)
        coefficients.grad.zero_()

# %% landscape
slopes = torch.linspace(-2, 6, 81)
biases = torch.linspace(0, 5, 51)
grid = torch.cartesian_prod(biases, slopes).flip(1)  # every pair (slope, bias)
heights = ((grid @ x.T - y) ** 2).mean(dim=1).reshape(len(biases), len(slopes))
best = torch.linalg.lstsq(x, y.unsqueeze(1)).solution.squeeze(1)

# %% drawing
import matplotlib.pyplot as plt

levels = [0.15, 0.5, 1.5, 3, 5, 8, 12]


def ends(slope, bias):
    """Return the heights of a line at -1 and at 1."""
    return [bias - slope, bias + slope]


# %% data: frames
def rounded(numbers):
    return [float(f"{number:.5g}") for number in numbers]


_contours = plt.contour(slopes, biases, heights, levels=levels)
_rings = [
    {
        "kind": "line",
        "role": "loss",
        "x": rounded(ring[:, 0].tolist()),
        "y": rounded(ring[:, 1].tolist()),
    }
    for rings in _contours.allsegs
    for ring in rings
]
plt.close()

_shown = [*range(21), *range(25, 51, 5), *range(60, 101, 10)]
_path_x = rounded([slope for slope, _ in path])
_path_y = rounded([bias for _, bias in path])
frames = {
    "control": "step",
    "panels": [
        {
            "title": "data and line",
            "xlabel": "x",
            "ylabel": "y",
            "xlim": [-1.05, 1.05],
            "ylim": [-1.5, 6.5],
            "marks": [
                {
                    "kind": "points",
                    "role": "data",
                    "x": rounded(x[:, 0].tolist()),
                    "y": rounded(y.tolist()),
                    "label": "data",
                }
            ],
        },
        {
            "title": "the loss of every line",
            "xlabel": "slope",
            "ylabel": "bias",
            "xlim": [-2, 6],
            "ylim": [0, 5],
            "marks": [
                *_rings,
                {
                    "kind": "points",
                    "role": "muted",
                    "x": rounded([best[0].item()]),
                    "y": rounded([best[1].item()]),
                    "label": "lowest",
                },
            ],
        },
    ],
    "frames": [
        {
            "name": str(step),
            "note": f"slope {path[step][0]:.3f}, bias {path[step][1]:.3f}, "
            f"loss {losses[step]:.4f}",
            "marks": [
                [
                    {
                        "kind": "line",
                        "role": "model",
                        "x": [-1.0, 1.0],
                        "y": rounded(ends(*path[step])),
                        "label": "line",
                    }
                ],
                [
                    {
                        "kind": "line",
                        "role": "model",
                        "x": _path_x[: step + 1],
                        "y": _path_y[: step + 1],
                    },
                    {
                        "kind": "points",
                        "role": "model",
                        "x": [_path_x[step]],
                        "y": [_path_y[step]],
                    },
                ],
            ],
        }
        for step in _shown
    ],
    "start": 0,
}

# %% picture
fig, (left, right) = plt.subplots(2, 1, figsize=(5.2, 6.4))
left.plot(x[:, 0], y, "o", color="C1", markersize=3)
for step in (0, 2, 5, 10, 20, 100):
    slope, bias = path[step]
    left.plot([-1, 1], ends(slope, bias), color="C0", linewidth=1)
    left.text(1.02, bias + slope, str(step), va="center", fontsize=9)
left.set(xlabel="x", ylabel="y")

rings = right.contour(slopes, biases, heights, levels=levels, colors="C2")
right.clabel(rings, levels[1:], fontsize=9, fmt="%g")
right.plot([s for s, _ in path], [b for _, b in path], "o-", color="C0", markersize=3)
right.plot(best[0], best[1], "+", color="0.5", markersize=12)
right.set(xlabel="slope", ylabel="bias")
plt.show()

# %% claim: path-of-the-run
assert losses == sorted(losses, reverse=True)
_early = path[10]
_there = [(b - g) for b, g in zip(best.tolist(), path[0], strict=True)]
_left = [(b - p) for b, p in zip(best.tolist(), _early, strict=True)]
share_slope, share_bias = _left[0] / _there[0], _left[1] / _there[1]
assert share_bias < 0.2 < 0.4 < share_slope, (share_slope, share_bias)
