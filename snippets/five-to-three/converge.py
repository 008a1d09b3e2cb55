"""The same problem until the loss is small, and three numbers that foretell it."""

# %% until-small
import time

import torch
import torch.nn.functional as F

torch.manual_seed(0)
x, y = torch.ones(5), torch.zeros(3)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)
learning_rate, loss, steps = 0.1, float("inf"), 0

_started = time.perf_counter()
loss_history, z_history = [], []
while loss > 0.01 and steps < 1000:
    z = torch.matmul(x, w) + b
    error = F.binary_cross_entropy_with_logits(z, y)
    error.backward()
    with torch.no_grad():
        w -= learning_rate * w.grad
        b -= learning_rate * b.grad
    w.grad.zero_()
    b.grad.zero_()
    loss, steps = error.item(), steps + 1
    loss_history.append(loss)
    z_history.append(z.tolist())

# %% report
for step in range(100, steps + 1, 100):
    print(f"{step:4d}  {loss_history[step - 1]:.6f}")
print("steps", steps)
print("loss ", round(loss, 6))
print("in less than ten seconds:", time.perf_counter() - _started < 10)

# %% claim: stops-at-a-hundredth
assert steps == len(loss_history) < 1000
assert loss_history[-1] <= 0.01 < loss_history[-2]
with torch.no_grad():
    after_last_update = F.binary_cross_entropy_with_logits(x @ w + b, y).item()
assert after_last_update < loss

# %% claim: quick-then-slow
share_fifty = (loss_history[0] - loss_history[50]) / (loss_history[0] - loss)
assert share_fifty > 0.8, share_fifty

# %% picture
import matplotlib.pyplot as plt

plt.plot(loss_history, color="C2")
plt.axhline(0.01, color="0.5", linewidth=0.8)
plt.title("How the loss converges")
plt.xlabel("training step")
plt.ylabel("loss")
plt.show()

# %% foretell
import math

z_alone = z_history[0]
for _ in range(steps - 1):
    z_alone = [z - 0.2 / (1 + math.exp(-z)) for z in z_alone]  # 6 · 0.1 / 3 = 0.2

print("three numbers ", [round(z, 4) for z in z_alone])
print("eighteen      ", [round(z, 4) for z in z_history[-1]])

# %% claim: three-numbers-suffice
assert max(abs(p - q) for p, q in zip(z_alone, z_history[-1], strict=True)) < 1e-4

# %% drift
far = z_history[0]
drift = [far]
for _ in range(10_000):
    far = [z - 0.2 / (1 + math.exp(-z)) for z in far]
    drift.append(far)

shown = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000]
for k in range(3):
    plt.plot(
        [step + 1 for step in shown], [drift[s][k] for s in shown], "o-", color="C0"
    )
plt.plot([1, 10_001], [-math.log(0.2), -math.log(0.2 * 10_001)], "--", color="0.5")
plt.xscale("log")
plt.xlabel("training step")
plt.ylabel("logit")
plt.show()

# %% claim: no-bottom
for _z in drift[-1]:
    assert abs(_z + math.log(0.2 * 10_000)) < 0.1, drift[-1]
z_far = max(drift[-1])
