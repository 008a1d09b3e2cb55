"""A loop that takes nan for success."""

# %% nan
import torch

torch.manual_seed(0)
x, y = torch.ones(5), torch.zeros(3)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

loss, steps = float("inf"), 0
while loss > 0.01 and steps < 1000:
    z = x @ w + b
    p = torch.sigmoid(z)
    error = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()  # as in the formula
    error.backward()
    with torch.no_grad():
        w -= 100 * w.grad
        b -= 100 * b.grad
    w.grad.zero_()
    b.grad.zero_()
    loss, steps = error.item(), steps + 1

print(f"stopped after {steps} steps with loss {loss}")

# %% claim: zero-times-infinity
z_last = z[0].item()
_p = p[0].detach()
assert steps == 2 and _p == 0 and z_last < -104, (steps, _p, z_last)
assert torch.log(_p) == float("-inf") and torch.isnan(0 * torch.log(_p))

# %% claim: nan-is-not-larger
import operator as _operator

_comparisons = (_operator.gt, _operator.lt, _operator.eq)
_numbers = (0.01, -1.0, float("inf"), loss)
_answers = [it(loss, number) for it in _comparisons for number in _numbers]
assert _answers == [False] * 12 and steps < 1000, _answers
assert str(loss) == "nan" and w.isnan().any()  # so every later loss is nan, too
