"""Straight lines through points of a parabola, and the one that only touches it."""

# %% picture
import matplotlib.pyplot as plt
import torch


def f(x):
    return (x - 3) ** 2


x = torch.linspace(-2.4, 4.4, 121, dtype=torch.float64)
plt.plot(x, f(x), color="C2")
slopes = {}
for left, right, colour in [(0, 2, "0.5"), (-2, 2, "C3")]:
    slope = (f(right) - f(left)) / (right - left)
    slopes[left, right] = slope
    ends = torch.tensor([left - 0.5, right + 0.7])
    plt.plot(ends, f(left) + slope * (ends - left), color=colour, linewidth=1.2)
    plt.plot([left, right], [f(left), f(right)], "o", color=colour)
touching = torch.tensor([-2.0, 1.5])
plt.plot(touching, f(0) - 6 * touching, "--", color="C3", linewidth=1.2)
plt.text(-0.2, 15, "from −2 to 2: as steep", color="C3")
plt.text(-2.4, 7, "tangent at 0", color="C3")
plt.text(2.2, 5, "from 0 to 2: flatter", color="0.5")
plt.xlabel("x")
plt.ylabel("f(x)")
plt.show()

# %% claim: only-the-central-one-is-parallel
assert slopes == {(0, 2): -4, (-2, 2): -6}, slopes
_x = torch.tensor(0.0, requires_grad=True)
f(_x).backward()
assert slopes[-2, 2] == _x.grad
