"""A group of answers is its own baseline: all outcomes, listed."""

# %% group
from itertools import product

import torch

torch.set_default_dtype(torch.float64)


def mean_pull(p: float, size: int, advantage) -> float:
    """List all groups of coins; return the mean pull, the exact expectation."""
    total = 0.0
    for outcome in product((0.0, 1.0), repeat=size):
        r = torch.tensor(outcome)
        chance = (p**r * (1 - p) ** (1 - r)).prod()
        total += chance * (advantage(r) * (r - p)).mean()  # r - p is the score
    return total.item()


p, slopes = 0.25, {}
advantages = {
    "less the group's mean": lambda r: r - r.mean(),
    "less the others' mean": lambda r: r - (r.sum() - r) / (len(r) - 1),
}
for name, advantage in advantages.items():
    slopes[name] = [mean_pull(p, size, advantage) / (p * (1 - p)) for size in (2, 4, 8)]
    print(name, [f"{it:.4f}" for it in slopes[name]], "of the slope")

# %% claim: short-by-one-in-the-group
_own, _others = slopes.values()
for _size, _share, _exact in zip((2, 4, 8), _own, _others, strict=True):
    assert abs(_share - (1 - 1 / _size)) < 1e-12, (_size, _share)
    assert abs(_exact - 1) < 1e-12, (_size, _exact)
_same = [advantage(torch.ones(4)) for advantage in advantages.values()]
assert all((it == 0).all() for it in _same)


# %% spread
def divided(r: torch.Tensor) -> torch.Tensor:
    return (r - r.mean()) / (r.std(correction=0) + 1e-6)


weights = {}
for p in (0.5, 0.25, 0.05):
    weights[p] = mean_pull(p, 8, divided) / (p * (1 - p))
    print(f"p {p:.2f}  divided by the spread: {weights[p]:.2f} of the slope")

# %% claim: rare-success-weighs-more
assert weights[0.5] < weights[0.25] < weights[0.05], weights
assert weights[0.05] > 1.1 * weights[0.5], weights
