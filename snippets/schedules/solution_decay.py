"""Step decay against cosine, over fifty seeds at once."""

# %% race
import math

import torch

generator = torch.Generator().manual_seed(0)
N, B, SEEDS = 1024, 8, 50
x = 2 * torch.rand(N, dtype=torch.float64, generator=generator) - 1
y = 2 * x + 0.5 + 0.3 * torch.randn(N, dtype=torch.float64, generator=generator)
X = torch.stack([x, torch.ones_like(x)], dim=1)
best = torch.linalg.solve(X.T @ X, X.T @ y)
H = 2 * X.T @ X / N


def final(rate_of, steps):
    """Return the loss above the lowest after the last step, a mean over all seeds."""
    theta = torch.zeros(SEEDS, 2, dtype=torch.float64)
    for step in range(steps):
        batch = torch.randint(N, (SEEDS, B), generator=generator)
        error = (X[batch] @ theta[:, :, None])[:, :, 0] - y[batch]  # (SEEDS, B)
        grad = 2 * (error[:, :, None] * X[batch]).mean(dim=1)
        theta = theta - rate_of(step / steps) * grad
    away = theta - best
    return 0.5 * ((away @ H) * away).sum(dim=1).mean().item()


# %% table
shapes = {
    "constant": lambda part: 0.1,
    "two steps": lambda part: 0.1 * 0.1 ** (int(part >= 0.5) + int(part >= 0.8)),
    "cosine": lambda part: 0.05 * (1 + math.cos(math.pi * part)),
}
result = {}
for steps in (128, 512, 1024):
    for name, rate_of in shapes.items():
        result[name, steps] = final(rate_of, steps)
print("steps   ", *(f"{name:>10}" for name in shapes))
for steps in (128, 512, 1024):
    print(f"{steps:5d}   ", *(f"{result[name, steps]:10.6f}" for name in shapes))

# %% claim: both-beat-constant
for _steps in (512, 1024):
    for _name in ("two steps", "cosine"):
        assert result[_name, _steps] < result["constant", _steps] / 4, result
