"""A batch of three samples, three epochs."""

# %% epochs
import torch

X = torch.tensor([1.0, 2.0, 3.0])
Y = torch.tensor([2.0, 4.0, 6.0])
w = torch.tensor(1.0, requires_grad=True)
learning_rate = 0.1

path = [w.item()]
print("Epoch | w (start) | average gradient | w (end) |   loss")
for epoch in range(1, 4):
    w_start = w.item()
    loss = ((w * X - Y) ** 2).mean()  # all three samples at once
    loss.backward()
    gradient = w.grad.item()  # saved: zero_() is about to wipe it
    with torch.no_grad():
        w -= learning_rate * w.grad
    w.grad.zero_()
    path.append(w.item())
    print(
        f"{epoch:5d} | {w_start:9.3f} | {gradient:16.3f} |"
        f" {w.item():7.3f} | {loss.item():6.4f}"
    )
print(f"final weight {w.item():.4f}, target 2")

# %% claim: average-of-three-gradients
_each = [2 * x * (1.0 * x - y) for x, y in zip(X.tolist(), Y.tolist(), strict=True)]
assert _each == [-2.0, -8.0, -18.0]
first_gradient = sum(_each) / 3
assert abs(path[1] - (1.0 - 0.1 * first_gradient)) < 1e-6, path

# %% curvature
curvature = 2 * (X**2).mean().item()
print(f"curvature          {curvature:.4f}")
print(f"left of the error  {1 - 0.1 * curvature:.4f} in every step")
print(f"one-step rate      {1 / curvature:.4f}")
print(f"explosion beyond   {2 / curvature:.4f}")

# %% claim: fifteenth-is-left
multiplier = 1 - 0.1 * curvature
for _epoch in (1, 2):
    _left = (2 - path[_epoch]) / (2 - path[_epoch - 1])
    assert abs(_left - multiplier) < 1e-4, (_epoch, _left)
assert path[3] > 1.9995, path
