"""The limit 2 / λ, computed before the run and confirmed by it."""

# %% limit
import torch


def descend(f, learning_rate, steps=100, start=0.0):
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        x.grad = None
        f(x).backward()
        with torch.no_grad():
            x.sub_(learning_rate * x.grad)
    return x.item()


def curvature(f):
    """Return the slope of the slope at 0; on a parabola it is the same anywhere."""
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad(f(x), x, create_graph=True)
    (slope_of_slope,) = torch.autograd.grad(slope, x)
    return slope_of_slope.item()


limits = {a: 2 / curvature(lambda x, a=a: a * (x - 3) ** 2) for a in (0.01, 1, 100)}
print(limits)

# %% claim: grad-returns
_x = torch.tensor([0.0, 1.0], dtype=torch.float64, requires_grad=True)
_slopes = torch.autograd.grad((limits[1] * (_x - 3) ** 2).sum(), (_x,))
assert torch.equal(_slopes[0], 2 * (_x.detach() - 3)) and _x.grad is None
assert len(_slopes) == 1 and not _slopes[0].requires_grad
(_kept,) = torch.autograd.grad((_x**2).sum(), _x, create_graph=True)
assert _kept.requires_grad

# %% confirm
print("    a    limit  0.99 of it  1.01 of it")
left = {}
for a, limit in limits.items():
    for share in (0.99, 1.01):
        x = descend(lambda x, a=a: a * (x - 3) ** 2, share * limit)
        left[a, share] = abs(x - 3)
    print(f"{a:5}  {limit:7.2f}  {left[a, 0.99]:10.4f}  {left[a, 1.01]:10.4f}")

# %% claim: no-rate-for-all
assert abs(descend(lambda x: 0.01 * (x - 3) ** 2, 10.0) - 3) < 1e-6
assert abs(descend(lambda x: 100 * (x - 3) ** 2, 0.1) - 3) > 1e100
for _a in (0.01, 1, 100):
    assert (
        abs(curvature(lambda x, a=_a: 1000 * a * (x - 3) ** 2) / 2000 / _a - 1) < 1e-9
    )

# %% claim: limit-holds
for _a, _limit in limits.items():
    assert abs(_limit - 1 / _a) < 1e-9
    assert abs(left[_a, 0.99] - 3 * 0.98**100) < 1e-6
    assert abs(left[_a, 1.01] - 3 * 1.02**100) < 1e-6
