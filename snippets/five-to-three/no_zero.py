"""A target of one half, for which the loss has a bottom above zero."""

# %% half
import math

import torch
import torch.nn.functional as F

torch.manual_seed(0)
x, y = torch.ones(5), torch.full((3,), 0.5)
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

loss, steps = float("inf"), 0
while loss > 0.01 and steps < 1000:  # without the cap this would never end
    error = F.binary_cross_entropy_with_logits(x @ w + b, y)
    error.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        b -= 0.1 * b.grad
    w.grad.zero_()
    b.grad.zero_()
    loss, steps = error.item(), steps + 1

print(f"after {steps} steps: loss {loss:.6f}, ln 2 = {math.log(2):.6f}")

# %% claim: bottom-is-ln-two
assert steps == 1000 and abs(loss - math.log(2)) < 1e-5, (steps, loss)
assert (x @ w + b).abs().max() < 1e-3
