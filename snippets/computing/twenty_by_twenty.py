"""A training run that learns nothing, because of one missing dimension."""

# %% train
import torch

x = torch.linspace(-1, 1, 20).reshape(20, 1)  # a column
y_column = 2 * x + 0.5
y_flat = y_column.reshape(20)  # the same numbers, without the second dimension


def train(y, steps=400):
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.SGD([w, b], lr=0.1)
    for _ in range(steps):
        optimiser.zero_grad()
        difference = x * w + b - y
        loss = (difference**2).mean()
        loss.backward()
        optimiser.step()
    # z: a zero is printed without a minus
    print(f"w {w.item():z.4f}  b {b.item():.4f}  loss {loss.item():.4f}", end="  ")
    print("difference", tuple(difference.shape))
    return w.item(), b.item(), loss.item()


right = train(y_column)
wrong = train(y_flat)

# %% claim: the-column-finds-the-line
assert abs(right[0] - 2) < 1e-4 and abs(right[1] - 0.5) < 1e-4 and right[2] < 1e-8

# %% claim: the-flat-one-finds-the-mean
assert abs(wrong[0]) < 1e-4
assert abs(wrong[1] - y_flat.mean()) < 1e-4

# %% claim: the-loss-went-down
_at_first = (y_flat**2).mean()  # w and b begin at 0
assert wrong[2] < 0.9 * _at_first, (wrong, _at_first)

# %% claim: the-loss-that-is-left-is-the-variance
variance = y_flat.var(correction=0)
assert abs(wrong[2] - variance) < 1e-4, (wrong, variance)

# %% picture
import matplotlib.pyplot as plt

plt.plot(x, y_column, "o", color="C1")
for (w, b, _), style in ((right, "-"), (wrong, "--")):
    plt.plot(x, w * x + b, style, color="C0")
plt.text(-0.45, -1.1, "(20, 1) − (20, 1)", color="C0")
plt.text(-1, 0.62, "(20, 1) − (20,)", color="C0")
plt.text(0.42, 1.0, "targets", color="C1")
plt.xlabel("x")
plt.ylabel("y")
plt.show()
