"""What is left of the data when the best line is taken away."""
# varies: the figure shows draws in float32, whose sixth digit is the processor's

# %% residuals
import torch

torch.manual_seed(0)
x = torch.linspace(-1, 1, 20, dtype=torch.float64)
y = 2.0 * x + 0.5 + 0.1 * torch.randn(20).double()  # the same twenty numbers

X = torch.stack([x, torch.ones_like(x)], dim=1)
best = torch.linalg.solve(X.T @ X, X.T @ y)
residual = y - X @ best

print(f"sum of residuals      {residual.sum().abs().item():.6f}")
print(f"sum of x · residual   {(x * residual).sum().abs().item():.6f}")
print(f"typical size          {residual.std().item():.4f}")

# %% claim: nothing-left-to-learn
assert residual.sum().abs() < 1e-12 and (x * residual).sum().abs() < 1e-12
assert 0.08 < residual.std() < 0.12

# %% picture
import matplotlib.pyplot as plt

plt.axhline(0, color="C0")
plt.vlines(x, 0, residual, color="C2")
plt.plot(x, residual, "o", color="C1")
plt.xlabel("x")
plt.ylabel("data minus line")
plt.show()
