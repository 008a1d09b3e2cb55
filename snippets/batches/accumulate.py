"""Four small batches add up to one large one, exactly."""

# %% full-batch
import torch

x = torch.arange(1.0, 9.0)  # 1, 2, ..., 8
y = 2 * x
w = torch.tensor(0.0, requires_grad=True)

loss = ((w * x - y) ** 2).mean()
loss.backward()
full = w.grad.item()
print("full batch", full)

# %% one-by-one
for start in (0, 2, 4, 6):
    w.grad = None
    part = slice(start, start + 2)
    loss = ((w * x[part] - y[part]) ** 2).mean()
    loss.backward()
    print("batch", x[part].tolist(), "gradient", w.grad.item())

# %% accumulate
w.grad = None
for start in (0, 2, 4, 6):
    part = slice(start, start + 2)
    loss = ((w * x[part] - y[part]) ** 2).mean() / 4  # four batches share one step
    loss.backward()  # adds to w.grad
accumulated = w.grad.item()
print("accumulated", accumulated)

# %% claim: exactly-equal
assert accumulated == full == -102.0, (accumulated, full)

# %% forgotten
w.grad = None
for start in (0, 2, 4, 6):
    part = slice(start, start + 2)
    loss = ((w * x[part] - y[part]) ** 2).mean()
    loss.backward()
forgotten = w.grad.item()
print("without the 4", forgotten)

# %% uneven
w.grad = None
for part in (slice(0, 3), slice(3, 6), slice(6, 8)):
    loss = ((w * x[part] - y[part]) ** 2).mean() / 3
    loss.backward()
uneven = w.grad.item()
print("3 + 3 + 2 points", round(uneven, 4))

# %% claim: two-wrong-ways
assert forgotten == 4 * full
assert abs(uneven - full) > 10, uneven
