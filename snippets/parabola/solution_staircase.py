"""Gradient descent as a staircase between a line and the diagonal."""

# %% staircase
import matplotlib.pyplot as plt
import torch

x = torch.tensor(0.0, requires_grad=True)
stairs_x, stairs_y = [0.0], [0.0]
for _ in range(12):
    x.grad = None
    ((x - 3) ** 2).backward()
    old = x.item()
    with torch.no_grad():
        x.sub_(0.1 * x.grad)
    stairs_x += [old, x.item()]  # up to the line, across to the diagonal
    stairs_y += [x.item(), x.item()]

plt.plot([-0.5, 4], [-0.5, 4], color="0.5")
plt.plot([-0.5, 4], [0.8 * -0.5 + 0.6, 0.8 * 4 + 0.6], color="C4")
plt.plot(stairs_x, stairs_y, color="C0")
plt.plot(3, 3, "o", color="C2")
plt.text(-0.4, 1.15, "0.8 x + 0.6", color="C4")
plt.xlabel("x before the step")
plt.ylabel("x after the step")
plt.show()

# %% claim: line-and-diagonal-meet-at-three
assert abs(0.8 * 3 + 0.6 - 3) < 1e-12
for _old, _new in zip(stairs_x[1::2], stairs_y[1::2], strict=True):
    assert abs(_new - (0.8 * _old + 0.6)) < 1e-6
