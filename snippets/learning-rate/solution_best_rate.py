"""The best single rate for two curvatures, by formula and by trying many."""

# %% best
import torch

curvatures = torch.tensor([2.0, 18.0], dtype=torch.float64)
rates = torch.linspace(0.05, 0.11, 61, dtype=torch.float64)

multipliers = 1 - rates[:, None] * curvatures  # one row for each rate
slowest = multipliers.abs().max(dim=1).values  # the direction that lags behind
best = rates[slowest.argmin()].item()

print(f"best of {len(rates)} rates  {best:.3f}")
print(f"2 / (2 + 18)      {2 / (2 + 18):.3f}")
print("multipliers there", [round(1 - best * c, 4) for c in curvatures.tolist()])

# %% claim: both-lag-alike
assert abs(best - 0.1) < 1e-9
assert abs(slowest.min().item() - (18 - 2) / (18 + 2)) < 1e-9
