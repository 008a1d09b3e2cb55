"""The slope of a parabola at 0: measured, by formula, and from autograd."""


# %% table
def f(x):
    return (x - 3) ** 2


print("     h   one-sided   central")
for h in (1.0, 0.1, 0.01):
    one_sided = (f(0 + h) - f(0)) / h
    central = (f(0 + h) - f(0 - h)) / (2 * h)
    print(f"{h:6.2f}  {one_sided:10.4f}  {central:8.4f}")

# %% claim: one-sided-is-off-by-h
for _h in (3.0, 1.0, 0.1, 0.01):
    for _x in range(-9, 10):
        _slope = 2 * (_x - 3)
        assert abs((f(_x + _h) - f(_x)) / _h - (_slope + _h)) < 1e-9
        assert abs((f(_x + _h) - f(_x - _h)) / (2 * _h) - _slope) < 1e-9
assert abs(one_sided - (-6 + h)) < 1e-9 and abs(central - -6) < 1e-9

# %% autograd
import torch

x = torch.tensor(0.0, requires_grad=True)  # watch what is computed from x
y = f(x)
y.backward()  # work out the slope of y
print(x.grad)

# %% claim: three-ways-agree
assert x.grad == 2 * (0 - 3) == -6, x.grad
assert abs(central - -6) < 1e-9, central
for _x in range(-9, 10):
    _at = torch.tensor(float(_x), requires_grad=True)
    f(_at).backward()
    assert _at.grad == 2 * (_x - 3), _x
