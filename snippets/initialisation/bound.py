"""The first loss of random logits, and a bound for it."""

# %% logits
import math

import torch

generator = torch.Generator().manual_seed(0)
z = torch.randn(20_000, 10, generator=generator, dtype=torch.float64)
y = torch.zeros(20_000, dtype=torch.long)  # any class: the logits know nothing of it
gaps = []
for s in (0.1, 0.5, 1.0, 2.0):
    loss = torch.nn.functional.cross_entropy(s * z, y).item()
    bound = math.log(10) + s * s / 2
    gaps.append(bound - loss)
    print(f"logits of std {s:.1f}   loss {loss:.2f}   ln 10 + s^2/2 = {bound:.2f}")

# %% claim: below-the-bound
assert all(_gap > -0.01 for _gap in gaps) and gaps[0] < 0.01 < 0.3 < gaps[3], gaps
