"""What share of a small and of a large model is its embedding."""

# %% shares
from torch import nn

model = nn.Sequential(nn.Embedding(5000, 64), nn.Linear(64, 64), nn.Linear(64, 5000))
counts = {name: parameter.numel() for name, parameter in model.named_parameters()}
for name, count in counts.items():
    print(f"{name:<9} {count:7d}  {count / sum(counts.values()):6.1%}")

shares = {}
for C in (64, 1024, 16_384):
    tables, between = 2 * 5000 * C, C * C + C + 5000
    shares[C] = tables / (tables + between)
    print(f"C = {C:6d}   tables {shares[C]:.0%}")

# %% claim: tables-dominate
assert counts["0.weight"] == counts["2.weight"] == 5000 * 64
assert (
    abs((counts["0.weight"] + counts["2.weight"]) / sum(counts.values()) - shares[64])
    < 1e-9
)
assert shares[64] > shares[1024] > 0.9 > 0.5 > shares[16_384], shares
