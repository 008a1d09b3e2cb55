"""One step of gradient descent for a line through three points."""

# %% one-step
import torch

x = torch.tensor([-1.0, 0.0, 1.0])
y = torch.tensor([-1.5, 0.5, 2.5])  # exactly 2x + 0.5
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)

loss = ((w * x + b - y) ** 2).mean()
loss.backward()
print(f"loss     {loss.item():.4f}")
print(f"gradient {w.grad.item():.4f} {b.grad.item():.4f}")

with torch.no_grad():
    w -= 0.1 * w.grad
    b -= 0.1 * b.grad
print(f"w, b     {w.item():.4f} {b.item():.4f}")

# %% claim: paper-agrees
assert abs(loss.item() - 8.75 / 3) < 1e-6, loss
assert abs(w.grad.item() + 8 / 3) < 1e-6, w.grad
assert abs(b.grad.item() + 1) < 1e-6, b.grad
assert abs(w.item() - 4 / 15) < 1e-6 and abs(b.item() - 0.1) < 1e-6, (w, b)
