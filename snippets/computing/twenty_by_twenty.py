"""A training run that learns nothing, because of one missing dimension."""

# %% train
import torch

x = torch.arange(20.0).reshape(20, 1) / 10  # a column
y_column = 2 * x + 0.5
y_flat = y_column.reshape(20)  # the same numbers, without the second dimension


def train(y, steps=400):
    w = torch.ones(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    losses = []
    optimiser = torch.optim.SGD([w, b], lr=0.1)
    for _ in range(steps):
        optimiser.zero_grad()
        difference = x * w + b - y
        loss = (difference**2).mean()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    # z: a zero is printed without a minus
    print(f"w {w.item():z.4f}  b {b.item():.4f}  loss {losses[-1]:.4f}", end="  ")
    print("difference", tuple(difference.shape))
    return w.item(), b.item(), losses


# %% two-runs
right = train(y_column)
wrong = train(y_flat)
variance = y_flat.var(correction=0)
print(f"variance of the targets {variance:.4f}")

# %% claim: the-column-finds-the-line
assert abs(right[0] - 2) < 1e-4 and abs(right[1] - 0.5) < 1e-4
assert right[2][-1] < 1e-8

# %% claim: the-flat-one-finds-the-mean
assert abs(wrong[0]) < 1e-4 and wrong[2][0] != wrong[2][-1]
assert abs(wrong[1] - y_flat.mean()) < 1e-4
for _seed in range(10):  # of any data, that is where the slopes are zero
    torch.manual_seed(_seed)
    _x, _y = torch.randn(20, 1, dtype=torch.float64), torch.rand(20).double()
    _w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    _b = _y.mean().reshape(1).requires_grad_()
    ((_x * _w + _b - _y) ** 2).mean().backward()
    assert abs(_w.grad) < 1e-12 and abs(_b.grad) < 1e-12
    _w.grad = None
    ((_x * (_w + 1) + _b - _y) ** 2).mean().backward()
    assert abs(_w.grad) > 0.1  # and elsewhere they are not

# %% claim: the-loss-went-down
assert (
    wrong[2][-1] < 0.9 * wrong[2][0]
    and sorted(wrong[2], reverse=True)[:9] == (wrong[2][:9])
)

# %% claim: the-loss-that-is-left-is-the-variance
assert abs(wrong[2][-1] - variance) < 1e-4, variance

# %% picture
import matplotlib.pyplot as plt

plt.plot(x, y_column, "o", color="C1")
for (w, b, _), style in ((right, "-"), (wrong, "--")):
    plt.plot(x, w * x + b, style, color="C0")
plt.text(1.05, 1.4, "(20, 1) − (20, 1)", color="C0")
plt.text(0, 2.55, "(20, 1) − (20,)", color="C0")
plt.text(1.2, 3.4, "targets", color="C1", ha="right")
plt.xlabel("x")
plt.ylabel("y")
plt.show()
