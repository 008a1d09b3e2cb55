"""The largest rate for three points, and for the same points in other units."""

# %% three-points
import torch

x = torch.tensor([-1.0, 0.0, 1.0])
y = torch.tensor([-1.5, 0.5, 2.5])


def curvatures(x):
    X = torch.stack([x, torch.ones_like(x)], dim=1)  # a column for w, ones for b
    return torch.linalg.eigvalsh(2 / len(x) * X.T @ X)


def loss_after(x, lr, steps=100):
    w, b = torch.zeros(2)
    for _ in range(steps):
        error = w * x + b - y
        w -= lr * 2 * (error * x).mean()
        b -= lr * 2 * error.mean()
    return ((w * x + b - y) ** 2).mean().item()


print("curvatures", *(f"{it:.4f}" for it in curvatures(x)))
for rate in (0.99, 1.01):
    print(f"rate {rate}: loss after 100 steps {loss_after(x, rate):.3g}")

# %% claim: as-on-paper
assert torch.allclose(curvatures(x), torch.tensor([4 / 3, 2.0]))
_start = (y**2).mean().item()
assert loss_after(x, 0.99) < _start / 10 and loss_after(x, 1.01) > 2 * _start

# %% ten-times
limit = 2 / curvatures(10 * x).max().item()
print("curvatures", *(f"{it:.2f}" for it in curvatures(10 * x)))
for rate in (0.99 * limit, 1.01 * limit):
    print(f"rate {rate:.5f}: loss after 100 steps {loss_after(10 * x, rate):.3g}")

# %% claim: a-hundredth-for-the-slope
assert torch.allclose(curvatures(10 * x), torch.tensor([2.0, 100 * 4 / 3]))
assert loss_after(10 * x, 0.99 * limit) < 1 < 10 < loss_after(10 * x, 1.01 * limit)
