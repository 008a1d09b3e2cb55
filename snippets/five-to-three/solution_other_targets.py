"""Targets zero, one, zero."""

# %% targets
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x, y = torch.ones(5), torch.tensor([0.0, 1.0, 0.0])
w = torch.randn(5, 3, requires_grad=True)
b = torch.randn(3, requires_grad=True)

loss, steps = float("inf"), 0
while loss > 0.01 and steps < 1000:
    z = x @ w + b
    error = F.binary_cross_entropy_with_logits(z, y)
    error.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        b -= 0.1 * b.grad
    w.grad.zero_()
    b.grad.zero_()
    loss, steps = error.item(), steps + 1

print(f"{steps} steps, logits", [round(value, 2) for value in z.tolist()])

# %% claim: middle-one-rises
assert z[0] < -4 and z[1] > 4 and z[2] < -4, z
assert steps < 1000
