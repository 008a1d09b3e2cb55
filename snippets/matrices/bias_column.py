"""A bias of its own, and a column of ones: the same walk."""

# %% two-ways
import torch

torch.manual_seed(0)
x = torch.randn(10, 1, dtype=torch.float64)
y = 2 * x + 1 + 0.1 * torch.randn(10, 1, dtype=torch.float64)

W = torch.zeros(1, 1, dtype=torch.float64, requires_grad=True)
b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
a = torch.zeros(2, dtype=torch.float64, requires_grad=True)
X = torch.cat([x, torch.ones_like(x)], dim=1)  # (10, 2): a column of ones
for _ in range(100):
    ((x @ W + b - y) ** 2).mean().backward()
    ((X @ a - y.flatten()) ** 2).mean().backward()
    with torch.no_grad():
        for parameter in (W, b, a):
            parameter -= 0.1 * parameter.grad
            parameter.grad = None

print(f"W and b  {W.item():.6f}  {b.item():.6f}")
print("vector a ", *(f"{number:.6f}" for number in a.tolist()))

# %% claim: same-walk
assert (torch.cat([W.flatten(), b]) - a).abs().max() < 1e-12, (W, b, a)
assert a.abs().min() > 0.9, "the walk has gone somewhere"
