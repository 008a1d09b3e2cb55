"""Inputs far from zero: the same line, and a thousand times the steps."""

# %% data
import torch

generator = torch.Generator().manual_seed(0)
year = 2000 + 20 * torch.rand(50, dtype=torch.float64, generator=generator)
noise = 0.1 * torch.randn(50, dtype=torch.float64, generator=generator)
y = 3 + 0.2 * (year - 2000) + noise
inputs = {
    "years": year,
    "since 2000": year - 2000,
    "centred": year - year.mean(),
    "standardised": (year - year.mean()) / year.std(),
}


# %% descend
def descend(x, steps=200):
    """Return both curvatures, and the loss above the lowest before each step."""
    X = torch.stack([x, torch.ones_like(x)], dim=1)
    curvatures = torch.linalg.eigvalsh(2 / len(x) * X.T @ X)
    theta, gaps = torch.zeros(2, dtype=torch.float64), []
    lowest = ((X @ torch.linalg.lstsq(X, y[:, None]).solution - y[:, None]) ** 2).mean()
    for _ in range(steps):
        error = X @ theta - y
        gaps.append(((error**2).mean() - lowest).item())
        theta = theta - 2 / curvatures.sum() * 2 / len(x) * X.T @ error  # the best rate
    return curvatures, gaps


print("inputs        curvatures               ratio     after 200 steps")
gaps = {}
for name, x in inputs.items():
    (flat, steep), gaps[name] = descend(x)
    print(f"{name:12}  {flat:8.2g} and {steep:8.2g}  {steep / flat:10.3g}", end="")
    left = gaps[name][-1]
    print(f"     {left:.1e}" if left > 1e-15 else "     nothing")

# %% claim: centred-and-scaled
_ratios = {_name: descend(_x)[0] for _name, _x in inputs.items()}
_ratios = {_name: (_it[1] / _it[0]).item() for _name, _it in _ratios.items()}
assert _ratios["years"] > 1e11 and _ratios["since 2000"] > 100, _ratios
assert 10 < _ratios["centred"] < _ratios["since 2000"] / 5, _ratios
assert _ratios["standardised"] < 1.03, _ratios
assert (
    gaps["years"][-1] > 0.99 * gaps["years"][1] > 1 and gaps["standardised"][5] < 1e-9
), gaps
ratio_since = _ratios["since 2000"]

# %% picture
import matplotlib.pyplot as plt

for (name, path), style in zip(gaps.items(), (":", "-.", "--", "-"), strict=True):
    shown = [gap for gap in path if gap > 1e-12]
    plt.plot(range(len(shown)), shown, style, color="C2", label=name)
plt.yscale("log")
plt.xlim(0, 60)
plt.xlabel("step")
plt.ylabel("loss above the lowest")
plt.legend()
plt.show()
