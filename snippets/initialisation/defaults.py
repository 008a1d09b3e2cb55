"""How nn.Linear draws its first numbers."""

# %% bound
import torch
from torch import nn

torch.manual_seed(0)
largest, deviations = [], []
for n in (1, 4, 100, 10_000):
    weight = nn.Linear(n, 1000).weight
    largest.append(weight.abs().max().item() * n**0.5)
    deviations.append(weight.std().item() * n**0.5)
    print(f"{n:6d} inputs: largest weight {weight.abs().max():.3f}", end="")
    print(f"   1/sqrt(n) {n**-0.5:.3f}   std times sqrt(n) {deviations[-1]:.2f}")

# %% claim: uniform-within-the-bound
assert all(0.99 < _it <= 1 + 1e-6 for _it in largest), largest
assert all(abs(_it - 3**-0.5) < 0.02 for _it in deviations), deviations
