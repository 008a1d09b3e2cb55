"""Steps to a millionth of the error: calculated, and counted on a bowl."""

# %% count
import math

import torch


def counted(ratio):
    """Descend on a bowl with curvatures 1 and `ratio`, at the best rate."""
    curvatures = torch.tensor([1.0, ratio], dtype=torch.float64)
    error, steps = torch.ones(2, dtype=torch.float64), 0
    while error.abs().max() > 1e-6:
        error = (1 - 2 / curvatures.sum() * curvatures) * error
        steps += 1
    return steps


def calculated(ratio):
    return math.ceil(math.log(1e-6) / math.log((ratio - 1) / (ratio + 1)))


print("ratio  calculated  counted")
for ratio in (2, 10, 26, 100, 665):
    print(f"{ratio:5d}  {calculated(ratio):10d}  {counted(ratio):7d}")

# %% claim: proportional-to-the-ratio
for _ratio in (2, 10, 26, 100, 665):
    assert calculated(_ratio) == counted(_ratio), _ratio
for _ratio in (26, 100, 665):
    assert abs(counted(_ratio) / (_ratio * math.log(1e6) / 2) - 1) < 0.02, _ratio
