"""Two thousand other draws of the same noise."""

# %% draws
import torch

generator = torch.Generator().manual_seed(1)
x = torch.linspace(-1, 1, 20, dtype=torch.float64)
noise = 0.1 * torch.randn(2000, 20, dtype=torch.float64, generator=generator)
y = 2.0 * x + 0.5 + noise  # (20,) + (2000, 20): two thousand data sets

best_w = y @ x / (x @ x)  # least squares; the mean of x is zero
spread = best_w.std().item()
theory = 0.1 / (x @ x).sqrt().item()
share = ((best_w - 2.0).abs() >= 0.0966).double().mean().item()

print(f"best w: mean {best_w.mean():.3f}, spread {spread:.3f}, in theory {theory:.3f}")
print(f"as far off as with seed 0: {share:.1%} of the draws")

# %% claim: seed-zero-is-unlucky
assert abs(spread / theory - 1) < 0.05, (spread, theory)
assert 0.003 < share < 0.03, share
