"""Muon's own polynomial: fast, and never quite there."""

# %% newton-schulz
import torch
from torch import Tensor

torch.set_default_dtype(torch.float64)


def newton_schulz(G: Tensor, steps: int = 5) -> Tensor:
    """Bring all singular values near 1 and leave the directions: (…, n, m)."""
    tall = G.shape[-2] > G.shape[-1]
    X = G.mT if tall else G  # the products are smaller this way
    X = X / X.norm(dim=(-2, -1), keepdim=True)
    for _ in range(steps):
        A = X @ X.mT
        X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
    return X.mT if tall else X


G = torch.tensor([[3.0, 0.0], [4.0, 5.0]])
for steps in range(6):
    values = torch.linalg.svdvals(newton_schulz(G, steps))
    print(steps, [f"{s:.4f}" for s in values.tolist()])


# %% one-value
def polynomial(s: Tensor, steps: int) -> Tensor:
    for _ in range(steps):
        s = 3.4445 * s - 4.7750 * s**3 + 2.0315 * s**5
    return s


s = torch.linspace(0.002, 1, 2000)
after = polynomial(s, 5)
lowest, highest = after.min().item(), after.max().item()
print(f"from 0.002 to 1, after five steps: {lowest:.2f} to {highest:.2f}")

# %% claim: near-one-and-not-one
assert 0.68 < lowest < 0.69 and 1.19 < highest < 1.21, (lowest, highest)
for _steps in range(6):
    _values = torch.linalg.svdvals(newton_schulz(G, _steps))
    _start = torch.linalg.svdvals(G / G.norm())
    _alone = polynomial(_start, _steps).sort(descending=True).values
    assert (_values - _alone).abs().max() < 1e-9, _steps
_far = (polynomial(s, 50) - 1).abs().max()
assert _far > 0.1, _far

# %% same
torch.manual_seed(0)
wide = torch.randn(4, 6)
U, _, Vh = torch.linalg.svd(wide, full_matrices=False)
ours = newton_schulz(wide)
off_diagonal = U.T @ ours @ Vh.T  # in the directions of the singular vectors
off_diagonal = off_diagonal - torch.diag(off_diagonal.diagonal())
print("directions kept:", off_diagonal.abs().max().item() < 1e-9)

# %% claim: directions-stay
assert off_diagonal.abs().max() < 1e-9
assert torch.allclose(newton_schulz(wide.T), ours.T)
_kept = torch.linalg.svdvals(ours)
assert _kept.shape == (4,) and _kept.min() > 0.68 and _kept.max() < 1.21

# %% shapes
turn = torch.linspace(0, 2 * torch.pi, 49)
circle = torch.stack([turn.cos(), turn.sin()])  # (2, 49)
grid = torch.cat([torch.logspace(-2.7, -1, 18), torch.linspace(0.12, 1, 45)])


def rounded(numbers: Tensor) -> list[float]:
    return [float(f"{number:.3f}") for number in numbers.tolist()]


# %% data: steps
steps = {
    "control": "steps of Newton and Schulz",
    "panels": [
        {
            "title": "where the matrix sends the circle",
            "xlim": [-1.6, 1.6],
            "ylim": [-1.3, 1.3],
            "marks": [
                {
                    "kind": "line",
                    "role": "muted",
                    "label": "circle",
                    "x": rounded(circle[0]),
                    "y": rounded(circle[1]),
                }
            ],
        },
        {
            "title": "what becomes of a singular value",
            "xlabel": "before",
            "ylabel": "after",
            "xlim": [0.002, 1],
            "xscale": "log",
            "ylim": [0, 1.3],
            "marks": [
                {"kind": "line", "role": "muted", "x": [0.002, 1], "y": [1, 1]},
            ],
        },
    ],
    "frames": [
        {
            "name": str(n),
            "note": "singular values "
            + " and ".join(f"{v:.2f}" for v in torch.linalg.svdvals(_X).tolist()),
            "marks": [
                [
                    {
                        "kind": "line",
                        "role": "model",
                        "label": "its image",
                        "x": rounded((_X @ circle)[0]),
                        "y": rounded((_X @ circle)[1]),
                    }
                ],
                [
                    {
                        "kind": "line",
                        "role": "model",
                        "x": rounded(grid),
                        "y": rounded(polynomial(grid, n)),
                    },
                    {
                        "kind": "points",
                        "role": "data",
                        "label": "the two of our matrix",
                        "x": rounded(torch.linalg.svdvals(G / G.norm())),
                        "y": rounded(polynomial(torch.linalg.svdvals(G / G.norm()), n)),
                    },
                ],
            ],
        }
        for n in range(6)
        for _X in [newton_schulz(G, n)]
    ],
    "start": 5,
}

# %% picture
import matplotlib.pyplot as plt

figure, panels = plt.subplots(2, 1, figsize=(5.2, 6.4))
panels[0].plot(*circle, color="0.5")
for n, colour in ((0, "C5"), (1, "C4"), (5, "C0")):
    panels[0].plot(*(newton_schulz(G, n) @ circle), color=colour, label=f"{n} steps")
    panels[1].semilogx(grid, polynomial(grid, n), color=colour)
panels[0].set_aspect("equal")
panels[0].legend(loc="upper left")
panels[1].axhline(1, color="0.5", linestyle="--")
panels[1].set_xlabel("singular value before")
panels[1].set_ylabel("after")
plt.show()

# %% claim: rounder-and-rounder
_ratios = []
for _n in range(6):
    _first, _second = torch.linalg.svdvals(newton_schulz(G, _n)).tolist()
    _ratios.append(_first / _second)
assert abs(_ratios[0] - 3) < 1e-9 and max(_ratios[2:]) < 1.8, _ratios
assert polynomial(grid, 1)[grid < 0.01].max() < 0.05 < 0.6 < polynomial(grid, 5).min()
