"""The best step of the one-sided difference, in float64."""

# %% search
import torch


def f(x):
    return x * x * x


x = torch.tensor(2.0, dtype=torch.float64)
h = torch.tensor([float(f"1e-{k}") for k in range(1, 16)], dtype=torch.float64)

measured = {
    "one-sided": (f(x + h) - f(x)) / h,
    "central": (f(x + h) - f(x - h)) / (2 * h),
}
best = {}
for name, slopes in measured.items():
    error = (slopes - 12).abs() / 12
    best[name] = (h[error.argmin()].item(), error.min().item())
    print(f"{name:9}  best step {best[name][0]:.0e}, error {best[name][1]:.0e}")

eps = torch.finfo(torch.float64).eps
print(f"square root of eps {eps ** (1 / 2):.0e}, cube root {eps ** (1 / 3):.0e}")

# %% claim: square-root-against-cube-root
assert 0.1 < best["one-sided"][0] / eps ** (1 / 2) < 10
assert 0.1 < best["central"][0] / eps ** (1 / 3) < 10
assert best["one-sided"][1] > 100 * best["central"][1]
