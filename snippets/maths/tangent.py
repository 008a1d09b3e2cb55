"""The slope of x² at 3: difference quotients, secants, the tangent, autograd."""


# %% quotients
def f(x):
    return x**2


for h in (1, 0.1, 0.01, 0.001):
    quotient = (f(3 + h) - f(3)) / h
    print(f"h = {h:<5}  quotient {quotient:.3f}")

# %% autograd
import torch

x = torch.tensor(3.0, requires_grad=True)
f(x).backward()
print(x.grad.item())

# %% claim: off-by-h
for _h in (1, 0.1, 0.01, 0.001):
    assert abs((f(3 + _h) - f(3)) / _h - (6 + _h)) < 1e-9
assert x.grad == 6

# %% picture
import matplotlib.pyplot as plt

t = torch.linspace(0, 7.2, 145, dtype=torch.float64)
plt.plot(t, f(t), color="C2")
slopes = []
for h in (4, 2, 1):
    slope = (f(3 + h) - f(3)) / h
    slopes.append(slope)
    plt.plot([3, 3 + h], [f(3), f(3 + h)], color="0.5", linewidth=1.2)
    plt.plot(3 + h, f(3 + h), "o", color="0.5")
    above = 10.5 + 10 * h  # the steepest secant
    plt.text(3 + h, above, f"h = {h}", color="0.5", ha="right")
ends = torch.tensor([1.6, 7.2])
plt.plot(ends, 9 + x.grad * (ends - 3), "--", color="C3")
plt.plot(3, f(3), "o", color="C2")
plt.text(5.2, 18, "tangent, slope 6", color="C3", va="top")
plt.text(0.3, 3, "x²", color="C2")
plt.xlabel("x")
plt.ylabel("f(x)")
plt.show()

# %% claim: secants-turn
assert slopes == [10, 8, 7] and all(slope > x.grad for slope in slopes)
