"""The gain for a leaky ReLU."""

# %% gain
import torch
from torch import nn

slope = 0.1
by_formula = (2 / (1 + slope**2)) ** 0.5
theirs = nn.init.calculate_gain("leaky_relu", slope)
x = torch.linspace(-3, 3, 6001, dtype=torch.float64)
left = (nn.functional.leaky_relu(x, slope) ** 2).mean() / (x**2).mean()
print(f"gain {by_formula:.4f}, torch {theirs:.4f}")
print(f"of the mean square {left:.3f} is left")

# %% claim: gain-by-formula
assert abs(by_formula - theirs) < 1e-12
assert abs(left.item() - (1 + slope**2) / 2) < 1e-3, left
