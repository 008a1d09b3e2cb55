"""A loop that takes nan for success."""

# %% nan
import torch

torch.manual_seed(0)
x, y = torch.ones(5), torch.zeros(3)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

loss, steps = float("inf"), 0
while loss > 0.01 and steps < 1000:
    p = torch.sigmoid(x @ w + b)
    error = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()  # as in the formula
    error.backward()
    with torch.no_grad():
        w -= 100 * w.grad
        b -= 100 * b.grad
    w.grad.zero_()
    b.grad.zero_()
    loss, steps = error.item(), steps + 1

print(f"stopped after {steps} steps with loss {loss}")

# %% claim: nan-is-not-larger
import math

assert math.isnan(loss) and steps < 1000
assert (loss > 0.01) is False
