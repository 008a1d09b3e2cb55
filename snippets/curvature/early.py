"""Twelve parameters for twelve noisy points: when an early stop helps."""

# %% fit
import torch


def columns(x):
    """Return waves of growing frequency and shrinking height, one to a column."""
    return torch.stack([torch.cos(k * torch.pi * x) / max(k, 1) for k in range(12)], 1)


generator = torch.Generator().manual_seed(0)
x = torch.linspace(0, 1, 12, dtype=torch.float64)[:, None]
between = torch.linspace(0, 1, 101, dtype=torch.float64)[:, None]
noise = 0.2 * torch.randn(12, 20, dtype=torch.float64, generator=generator)
y = x**2 + noise  # (12, 20): twenty data sets of twelve points
X, B = columns(x[:, 0]), columns(between[:, 0])
theta = torch.zeros(12, 20, dtype=torch.float64)  # a fit for each data set
seen, true = [], []  # the loss on the points, and against the rule between them
for _ in range(1000):
    error = X @ theta - y
    seen.append((error**2).mean(0))
    true.append(((B @ theta - between**2) ** 2).mean(0))
    theta -= 0.3 * 2 / 12 * X.T @ error

# %% report
seen, true = torch.stack(seen), torch.stack(true)  # (1000 steps, 20 data sets)
lowest = true.argmin(dim=0)  # for each data set
print("step    the points   the rule   (the first data set)")
for step in (0, 1, lowest[0].item(), 30, 100, 999):
    print(f"{step:4d}    {seen[step, 0]:10.5f}  {true[step, 0]:9.5f}")

early, late = true.min(dim=0).values.mean().item(), true[-1].mean().item()
print(f"twenty data sets: lowest at steps {lowest.min()} to {lowest.max()}", end="")
print(f", {early:.4f} there, {late:.4f} at the end")

# %% claim: an-early-stop-helps
assert (seen.diff(dim=0) < 0).all(), "on the points the loss falls in every step"
assert (true[-1] > 1.5 * true.min(dim=0).values).all(), "in every data set"
assert lowest.max() < 100 and late > 4 * early, (lowest, early, late)

# %% picture
import matplotlib.pyplot as plt

steps = range(1, 1001)
plt.plot(steps, seen[:, 0], "--", color="C2", label="on the points")
plt.plot(steps, true[:, 0], color="C2", label="against the rule, between them")
plt.xscale("log")
plt.yscale("log")
plt.xlabel("step")
plt.ylabel("loss")
plt.legend()
plt.show()

# %% claim: low-waves-first
_curvatures = torch.linalg.eigvalsh(2 / 12 * X.T @ X)
assert _curvatures[-1] > 50 * _curvatures[0], _curvatures
_theta = torch.zeros(12, 20, dtype=torch.float64)
_best = torch.linalg.lstsq(X, y).solution
for _ in range(int(lowest.double().mean())):
    _theta -= 0.3 * 2 / 12 * X.T @ (X @ _theta - y)
_left = ((_best - _theta) ** 2).mean(1).sqrt() / (_best**2).mean(1).sqrt()
assert _left[:3].max() < 0.5 and _left[6:].min() > 0.5, _left
