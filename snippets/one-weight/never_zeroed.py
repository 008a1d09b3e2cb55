"""One sample, three iterations, and gradients that pile up."""

# %% iterate
import torch

x, y = 2.0, 4.0
w = torch.tensor(1.0, requires_grad=True)

gradients = []
for i in range(1, 4):
    loss = (w * x - y) ** 2
    loss.backward()
    gradients.append(w.grad.item())
    with torch.no_grad():
        w -= 0.1 * w.grad  # and no zero_() after it
    print(f"{i:4d} | .grad {gradients[-1]:7.3f} | w {w.item():.3f}")

# %% claim: sum-of-gradients
assert abs(gradients[1] - (-8 + -1.6)) < 1e-5, gradients
assert abs(gradients[2] - (gradients[1] + 2 * x * (2.76 * x - y))) < 1e-4, gradients
assert w.item() > 3, w
w_third = w.item()
