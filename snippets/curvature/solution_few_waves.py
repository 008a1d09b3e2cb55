"""The twelve points again, with fewer waves than points."""

# %% waves
import torch

generator = torch.Generator().manual_seed(0)
x = torch.linspace(0, 1, 12, dtype=torch.float64)[:, None]
between = torch.linspace(0, 1, 101, dtype=torch.float64)[:, None]
y = x**2 + 0.2 * torch.randn(12, 20, dtype=torch.float64, generator=generator)


def gain(n_waves):
    """Return the loss against the rule at the end, divided by its lowest."""
    k = torch.arange(n_waves)
    X = torch.cos(k * torch.pi * x) / k.clamp(min=1)
    B = torch.cos(k * torch.pi * between) / k.clamp(min=1)
    theta, true = torch.zeros(n_waves, 20, dtype=torch.float64), []
    for _ in range(1000):
        true.append(((B @ theta - between**2) ** 2).mean(0).mean())
        theta -= 0.3 * 2 / 12 * X.T @ (X @ theta - y)
    return (true[-1] / min(true)).item()


gains = {n_waves: gain(n_waves) for n_waves in (2, 3, 6, 12)}
for n_waves, times in gains.items():
    print(f"{n_waves:2d} waves: at the end {times:.2f} times the lowest")

# %% claim: fewer-waves-less-to-gain
_gains = list(gains.values())
assert _gains == sorted(_gains), gains
assert gains[2] < 1.2 and gains[12] > 4, gains
