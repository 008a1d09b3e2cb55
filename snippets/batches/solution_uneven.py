"""Parts of three, three and two points that add up exactly."""

# %% uneven
import torch

x = torch.arange(1.0, 9.0)
y = 2 * x
w = torch.tensor(0.0, requires_grad=True)

for part in (slice(0, 3), slice(3, 6), slice(6, 8)):
    loss = ((w * x[part] - y[part]) ** 2).sum() / len(x)
    loss.backward()
print(w.grad.item())

# %% claim: exact-again
assert w.grad.item() == -102.0, w.grad
