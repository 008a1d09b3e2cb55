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

# %% claim: equal-up-to-rounding
assert accumulated == full == -102.0, (accumulated, full)


def _both_ways(x, y, dtype):
    """Return the gradient of a whole batch, and of its four parts together."""
    w = torch.tensor(0.0, dtype=dtype, requires_grad=True)
    ((w * x - y) ** 2).mean().backward()
    whole, w.grad = w.grad, None
    for part_x, part_y in zip(x.chunk(4), y.chunk(4), strict=True):
        (((w * part_x - part_y) ** 2).mean() / 4).backward()
    return whole.item(), w.grad.item()


for _dtype in (torch.float32, torch.float64):
    _differ = 0
    for _seed in range(40):
        _generator = torch.Generator().manual_seed(_seed)
        _x, _y = torch.randn(2, 32, dtype=_dtype, generator=_generator)
        _whole, _parts = _both_ways(_x, _y, _dtype)
        assert abs(_whole - _parts) < 20 * torch.finfo(_dtype).eps, _seed
        _differ += _whole != _parts
    assert _differ > 0, "now and then they do differ"

# %% claim: batch-norm-can-tell
_w = torch.tensor(1.0, requires_grad=True)


def _normalised(x, y):
    h = torch.nn.functional.batch_norm((_w * x)[:, None], None, None, training=True)
    return ((h[:, 0] * _w - y) ** 2).mean()


(_whole,) = torch.autograd.grad(_normalised(x, y), _w)
_parts = [_normalised(x[k : k + 2], y[k : k + 2]) / 4 for k in (0, 2, 4, 6)]
(_in_parts,) = torch.autograd.grad(sum(_parts), _w)
assert abs(_whole - _in_parts) > 1, (_whole, _in_parts)

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
