"""The gradient of a bowl of two variables."""

# %% gradient
import torch


def f(a, b):
    return a**2 + 2 * b**2


p = torch.tensor([3.0, 1.0]).double()
p.requires_grad_()
f(*p).backward()
print(p.grad.tolist())

h = 0.001
slope_a = (f(3 + h, 1) - f(3, 1)) / h
slope_b = (f(3, 1 + h) - f(3, 1)) / h
print(f"nudged {slope_a:.3f} and {slope_b:.3f}")

# %% claim: six-and-four
assert p.grad.tolist() == [6, 4]
assert abs(slope_a - (6 + h)) < 1e-9 and abs(slope_b - (4 + 2 * h)) < 1e-9

# %% picture
import math

import matplotlib.pyplot as plt

turn = torch.linspace(0, 2 * math.pi, 97, dtype=torch.float64)
for level in (2, 11, 20):  # a² + 2 b² = level is an ellipse
    a, b = level**0.5 * torch.cos(turn), (level / 2) ** 0.5 * torch.sin(turn)
    plt.plot(a, b, color="C2", linewidth=2.2 if level == 11 else 0.9)
tip = p.detach() + 0.3 * p.grad
plt.annotate(
    "", tip, p.detach(), arrowprops={"arrowstyle": "->", "color": "C3", "lw": 2}
)
plt.text(4.8, 2.3, "gradient", color="C3", ha="center", va="bottom")
plt.plot(3, 1, "o", color="C0")
plt.text(2.8, 0.85, "(3, 1)", color="C0", ha="right", va="top")
plt.text(0, -1.65, "f = 11", color="C2", ha="center", va="center")
plt.plot(0, 0, "o", color="0.5", markersize=3)
plt.xlim(-5, 6)
plt.gca().set_aspect("equal")
plt.xlabel("a")
plt.ylabel("b")
plt.show()

# %% claim: across-the-level
_along = torch.tensor([-2.0 * 2 * 1, 2.0 * 3]).double()  # along the level line
assert p.grad @ _along == 0
assert abs(f(p[0] + 1e-5 * _along[0], p[1] + 1e-5 * _along[1]) - 11) < 1e-7
assert f(*tip) > f(*p) > f(*(p - 0.01 * p.grad))
_steps = torch.stack([torch.cos(turn), torch.sin(turn)]) * 1e-4
_rises = f(p.detach()[0] + _steps[0], p.detach()[1] + _steps[1])
_uphill = math.atan2(*p.grad.flip(0).tolist())
assert abs(turn[_rises.argmax()] - _uphill) < turn[1]
for _a, _b in ((1.0, 2.0), (-3.0, 1.0), (0.5, -4.0), (-2.0, -2.0)):
    _gradient = torch.tensor([2 * _a, 4 * _b]).double()
    _level = torch.tensor([-4 * _b, 2 * _a]).double()  # a quarter turn further
    assert _gradient @ _level == 0
    assert abs(f(_a + 1e-5 * _level[0], _b + 1e-5 * _level[1]) - f(_a, _b)) < 1e-7
    assert f(_a - 0.01 * _gradient[0], _b - 0.01 * _gradient[1]) < f(_a, _b)
    _rises = f(_a + _steps[0], _b + _steps[1])
    _off = abs(turn[_rises.argmax()] - math.atan2(4 * _b, 2 * _a)) % (2 * math.pi)
    assert min(_off, 2 * math.pi - _off) < turn[1]
