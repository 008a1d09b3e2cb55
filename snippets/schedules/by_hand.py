"""Warm-up and cosine: nine rates by hand, and from torch's schedulers."""

# %% formula
import math

import torch

PEAK, WARM_UP, STEPS = 0.4, 4, 10


def factor(t):
    """The share of the highest rate in step t = 1, 2, ..."""
    if t <= WARM_UP:
        return t / WARM_UP
    progress = (t - WARM_UP) / (STEPS - WARM_UP)  # from 0 to 1
    return 0.5 * (1 + math.cos(math.pi * progress))


ours = [PEAK * factor(t) for t in range(1, STEPS)]
print("step", *(f"{t:6d}" for t in range(1, STEPS)))
print("rate", *(f"{rate:6.4f}" for rate in ours))

# %% claim: as-on-paper
_paper = [0.1, 0.2, 0.3, 0.4, 0.3732, 0.3, 0.2, 0.1, 0.0268]
assert all(abs(a - b) < 5e-5 for a, b in zip(ours, _paper, strict=True)), ours

# %% torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

w = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=PEAK)
climb = LinearLR(optimiser, start_factor=1 / WARM_UP, total_iters=WARM_UP - 1)
fall = CosineAnnealingLR(optimiser, T_max=STEPS - WARM_UP)
scheduler = SequentialLR(optimiser, [climb, fall], milestones=[WARM_UP - 1])

theirs = []
for _ in range(1, STEPS):
    theirs.append(optimiser.param_groups[0]["lr"])
    optimiser.zero_grad()
    ((w - 3) ** 2).backward()
    optimiser.step()
    scheduler.step()  # sets the rate of the next step

gap = max(abs(a - b) for a, b in zip(ours, theirs, strict=True))
print("largest difference below 1e-12:", gap < 1e-12)

# %% claim: torch-agrees
assert gap < 1e-12, gap

# %% lambda
optimiser = torch.optim.SGD([w], lr=PEAK)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: factor(n + 1))

with_lambda = []
for _ in range(1, STEPS):
    with_lambda.append(scheduler.get_last_lr()[0])
    optimiser.step()
    scheduler.step()
print("the same numbers:", with_lambda == ours)

# %% claim: lambda-agrees
assert with_lambda == ours
