"""Mean and variance that dropout gives to one number."""

# %% samples
import torch
from torch import nn

torch.manual_seed(0)
a, p = 3.0, 0.25
samples = nn.Dropout(p)(torch.full((100_000,), a, dtype=torch.float64))
print(f"mean     {samples.mean():.1f}   formula {a:.1f}")
print(f"variance {samples.var():.1f}   formula {a * a * p / (1 - p):.1f}")

# %% claim: both-formulas
assert abs(samples.mean() - a) < 0.03
assert abs(samples.var() - a * a * p / (1 - p)) < 0.1
