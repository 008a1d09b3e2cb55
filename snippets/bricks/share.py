"""What share of a small and of a large model is its embedding."""

# %% shares
from torch import nn

model = nn.Sequential(nn.Embedding(5000, 64), nn.Linear(64, 64), nn.Linear(64, 5000))
counts = {name: parameter.numel() for name, parameter in model.named_parameters()}
for name, count in counts.items():
    print(f"{name:<9} {count:7d}  {count / sum(counts.values()):6.1%}")

# %% claim: tables-dominate
assert counts["0.weight"] == 5000 * 64
assert (counts["0.weight"] + counts["2.weight"]) / sum(counts.values()) > 0.9
