"""The last steps of an explosion, foretold and then run."""

# %% foretell
import math

import torch

largest = torch.finfo(torch.float32).max


def first_beyond(start, factor, limit=largest):
    """Return the first t at which start · factor^t is larger than the limit."""
    return math.floor(math.log(limit / start) / math.log(factor)) + 1


# Rate 2: the distance is 3 · 3^t, the loss its square, the step 4 · 3 · 3^(t-1).
loss_foretold = first_beyond(3**2, 3**2)
x_foretold = first_beyond(4 * 3, 3) + 1
print(f"largest float32 {largest:.4e}")
print("loss infinite at x of step", loss_foretold)
print("x infinite after step     ", x_foretold)
print("x not a number after step ", x_foretold + 1)

# %% run
x = torch.tensor(0.0, requires_grad=True)
xs, losses, grads = [], [], []
for _ in range(101):
    loss = (x - 3) ** 2
    x.grad = None
    loss.backward()
    xs.append(x.item())
    losses.append(loss.item())
    grads.append(x.grad.item())
    with torch.no_grad():
        x.sub_(2.0 * x.grad)

print("step           x        f(x)        grad")
for step in (0, 1, 39, 40, 78, 79, 80, 81, 100):
    print(f"{step:4d}  {xs[step]:10.4g}  {losses[step]:10.4g}  {grads[step]:10.4g}")

# %% claim: as-foretold
loss_infinite = next(t for t, loss in enumerate(losses) if math.isinf(loss))
x_infinite = next(t for t, x in enumerate(xs) if math.isinf(x))
x_nan = next(t for t, x in enumerate(xs) if math.isnan(x))
assert (loss_infinite, x_infinite, x_nan) == (40, 80, 81)
assert (loss_foretold, x_foretold) == (loss_infinite, x_infinite)
assert math.isfinite(grads[x_infinite - 1]), "only the stride has overflowed"
assert all(math.isnan(x) for x in xs[x_nan:])
