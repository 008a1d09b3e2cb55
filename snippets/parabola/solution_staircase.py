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
line = [0.8 * old + 0.6 for old in (-0.5, 4)]
plt.plot([-0.5, 4], line, color="C4")
plt.plot(stairs_x, stairs_y, color="C0")
plt.plot(3, 3, "o", color="C2")
plt.text(-0.4, 1.15, "0.8 x + 0.6", color="C4")
plt.xlabel("x before the step")
plt.ylabel("x after the step")
plt.show()

# %% claim: line-and-diagonal-meet-at-three
_slope = (line[1] - line[0]) / 4.5
_meet = (line[0] + 0.5 * _slope) / (1 - _slope)  # where a step changes nothing
assert abs(_meet - 3) < 1e-9, _meet
for _old, _new in zip(stairs_x[1::2], stairs_y[1::2], strict=True):
    assert abs(_new - (0.8 * _old + 0.6)) < 1e-6
