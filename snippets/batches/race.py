"""Twenty epochs with the whole data, with batches of 64, and with batches of 8."""

# %% train
import torch

generator = torch.Generator().manual_seed(0)
N = 1024
x = 2 * torch.rand(N, dtype=torch.float64, generator=generator) - 1
y = 2 * x + 0.5 + 0.3 * torch.randn(N, dtype=torch.float64, generator=generator)

X = torch.stack([x, torch.ones_like(x)], dim=1)
best = torch.linalg.solve(X.T @ X, X.T @ y)
best_loss = ((X @ best - y) ** 2).mean().item()


def train(B, lr=0.1, epochs=20):
    """Return, after each epoch, how far the loss of all data is above its lowest."""
    theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.SGD([theta], lr=lr)
    above = []
    for _ in range(epochs):
        order = torch.randperm(N, generator=generator)
        for batch in order.split(B):
            opt.zero_grad()
            ((X[batch] @ theta - y[batch]) ** 2).mean().backward()
            opt.step()
        above.append(((X @ theta - y) ** 2).mean().item() - best_loss)
    return above


# %% compare
runs = {B: train(B) for B in (N, 64, 8)}
print("epoch   all 1024   batches of 64   batches of 8")
for epoch in (1, 2, 5, 10, 20):
    full, medium, small = (runs[B][epoch - 1] for B in (N, 64, 8))
    print(f"{epoch:5d}   {full:8.4f}   {medium:13.6f}   {small:12.6f}")
print("steps  ", 20 * 1, "     ", 20 * N // 64, "          ", 20 * N // 8)

# %% claim: fast-then-noisy
assert runs[8][0] < runs[64][0] < runs[N][0]
assert runs[8][0] < runs[N][19]
_floor = {B: sum(runs[B][10:]) / 10 for B in (64, 8)}
assert _floor[8] > 3 * _floor[64] > 0, _floor
assert runs[N][19] < runs[N][9] < runs[N][4]

# %% picture
import matplotlib.pyplot as plt

for B, style, name in ((N, "-", "all 1024"), (64, "--", "64"), (8, ":", "8")):
    plt.plot(range(1, 21), runs[B], style, color="C2", label=name)
plt.yscale("log")
plt.ylim(1e-7, 300)
plt.xticks([1, 5, 10, 15, 20])
plt.xlabel("epoch")
plt.ylabel("loss above the lowest")
plt.legend(title="points per step", loc="upper center", ncols=3)
plt.show()
