"""What tutorials say of a fitted line, and what a run says."""

# %% line
import torch

torch.manual_seed(0)
x = torch.linspace(-1, 1, 20)
y = 2 * x + 0.5 + 0.1 * torch.randn(20)
X = torch.stack([x, torch.ones(20)], dim=1)  # (20, 2)
w_best, b_best = torch.linalg.lstsq(X, y[:, None]).solution[:, 0].tolist()

w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
optimiser = torch.optim.SGD([w, b], lr=0.1)
for _ in range(50):
    optimiser.zero_grad()
    ((w * x + b - y) ** 2).mean().backward()
    optimiser.step()
w_50 = w.item()
print(f"after 50 steps w = {w_50:.3f}, least squares {w_best:.3f}")

# %% features
inputs = torch.tensor([[1.0, 1.2], [2.0, 1.2]])
weights = torch.tensor([[1.0], [1.0]])
print(
    "X @ W", tuple((inputs @ weights).shape), "W * X", tuple((weights * inputs).shape)
)

# %% noise
noise = torch.rand(100_000, generator=torch.Generator().manual_seed(0))
noise_mean = noise.mean().item()
print(f"mean of rand: {noise_mean:.2f}")

# %% claim: still-moving
assert w_50 < w_best - 0.03

# %% claim: noise-lifts-the-line
assert abs(noise_mean - 0.5) < 0.01
