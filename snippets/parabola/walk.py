"""One step down the parabola, then a hundred, with the update written by hand."""

# %% first-step
import torch

learning_rate = 0.1
x = torch.tensor(0.0, requires_grad=True)

loss = (x - 3) ** 2
print("grad before", x.grad)
loss.backward()
print("grad after ", x.grad.item())
with torch.no_grad():
    x.sub_(learning_rate * x.grad)
print(f"new x       {x.item():.4f}")

# %% claim: first-step-is-the-paper
assert (loss.item(), x.grad.item()) == (9, -6)
assert abs(x.item() - 0.6) < 1e-7

# %% walk
x = torch.tensor(0.0, requires_grad=True)
xs, losses, grads = [x.item()], [], []

print("step  x before      f(x)     grad   x after")
print(f"{0:4d}{x.item():39.6f}")
for step in range(1, 101):
    if x.grad is not None:  # there is none before the first backward
        x.grad.zero_()
    loss = (x - 3) ** 2
    loss.backward()
    grad = x.grad.item()
    with torch.no_grad():
        x.sub_(learning_rate * x.grad)
    xs.append(x.item())
    losses.append(loss.item())
    grads.append(grad)
    if step <= 10:
        print(f"{step:4d}  {xs[-2]:.6f}  {losses[-1]:.6f}  {grad:.4f}  {xs[-1]:.6f}")

print(f"final x {x.item():.6f}")
print("target  3")

# %% claim: row-by-row
x_two, x_three, x_ten, x_last = xs[2], xs[3], xs[10], xs[100]
f_last_row, f_after_it = losses[9], losses[10]
for _before, _after, _f, _grad in zip(xs[:-1], xs[1:], losses, grads, strict=True):
    assert abs(_f - (_before - 3) ** 2) < 1e-5
    assert abs(_grad - 2 * (_before - 3)) < 1e-5
    assert abs(_after - (_before - 0.1 * _grad)) < 1e-6

# %% claim: steps-get-shorter
_strides = torch.tensor(xs[:41]).diff()
assert (_strides > 0).all() and (_strides.diff() < 0).all(), _strides
stride_first, stride_tenth = _strides[0].item(), _strides[9].item()

# %% claim: stays-short-of-three
assert all(x < 3 for x in xs), max(xs)
assert f"{x_last:.6f}" == "3.000000" and f"{x_ten:.1f}" == "2.7"
