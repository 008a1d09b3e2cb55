"""Twenty epochs with the whole data, with batches of 64, and with batches of 8."""

# %% data
from itertools import pairwise

import torch

generator = torch.Generator().manual_seed(0)
N = 1024
x = 2 * torch.rand(N, dtype=torch.float64, generator=generator) - 1
y = 2 * x + 0.5 + 0.3 * torch.randn(N, dtype=torch.float64, generator=generator)

X = torch.stack([x, torch.ones_like(x)], dim=1)
best = torch.linalg.solve(X.T @ X, X.T @ y)
best_loss = ((X @ best - y) ** 2).mean().item()


# %% train
def train(B, lr=0.1, epochs=20):
    """Return how far all data are above the lowest each epoch, and the batch losses."""
    theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.SGD([theta], lr=lr)
    above, of_batches = [], []
    for _ in range(epochs):
        order = torch.randperm(N, generator=generator)
        for batch in order.split(B):
            opt.zero_grad()
            loss = ((X[batch] @ theta - y[batch]) ** 2).mean()
            loss.backward()
            opt.step()
            of_batches.append(loss.item())
        above.append(((X @ theta - y) ** 2).mean().item() - best_loss)
    return above, of_batches


# %% compare
runs, batch_losses = {}, {}
for B in (N, 64, 8):
    runs[B], batch_losses[B] = train(B)

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

# %% batch-losses
first_epoch = batch_losses[8][:128]
rises = sum(after > before for before, after in pairwise(first_epoch))
print("batches of 8, epoch 1: the batch's loss rises in", rises, "of 127 steps")

# %% claim: batch-loss-jitters-at-once
_above_at_start = (y**2).mean().item() - best_loss
assert 50 < rises < 75 and runs[8][0] < _above_at_start / 100, (rises, runs[8][0])
assert sum(b > a for a, b in pairwise(first_epoch[:20])) > 4, "from the beginning"

# %% own-rate
curvatures = torch.linalg.eigvalsh(2 * X.T @ X / N)
own_rate = (2 / curvatures.sum()).item()
alone, _ = train(N, lr=own_rate)
print(f"all 1024 at the rate {own_rate:.2f}")
for epoch in (1, 2, 5, 10, 20):
    print(f"{epoch:5d}   {alone[epoch - 1]:8.2g}")

# %% claim: full-batch-at-its-own-rate
assert alone[3] > runs[8][0] > alone[4], "five epochs"
assert alone[19] < 1e-6 * _floor[8], (alone[19], _floor)
