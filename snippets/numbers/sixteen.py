"""Two trainings in float16: one overflows, one has no slope."""

# %% overflow
import torch


def train(dtype, unit, rate, scale=1, steps=3):
    """Fit y = w · x; the data are 1, 2, 4 in some unit, and w should become 10."""
    x = unit * torch.tensor([1.0, 2.0, 4.0], dtype=dtype)
    y = 10 * x
    w = torch.tensor(1.0, dtype=dtype, requires_grad=True)
    for step in range(steps):
        w.grad = None
        loss = ((w * x - y) ** 2).mean() * scale
        loss.backward()
        slope = w.grad.item() / scale
        print(f"{step}  w {w.item():6.3g}  loss {loss.item():8.2g}  slope {slope:8.2g}")
        with torch.no_grad():
            w -= rate * slope
    return w.item(), loss.item(), slope


ends = {}
for dtype in (torch.float16, torch.bfloat16):
    print(dtype)
    ends[dtype] = train(dtype, unit=100, rate=4e-6)

# %% claim: a-step-to-infinity
assert not torch.isfinite(torch.tensor(ends[torch.float16][0]))
assert 9 < ends[torch.bfloat16][0] < 10
_x = torch.tensor([100.0, 200, 400])
assert ((9 * _x) ** 2).max() > 65504 and (2 / 3 * 9 * _x * _x).max() > 65504

# %% underflow
for dtype in (torch.float16, torch.bfloat16):
    print(dtype)
    ends[dtype] = train(dtype, unit=1e-5, rate=4e8)

# %% claim: no-slope
_w, _loss, _slope = ends[torch.float16]
assert _w == 1 and _loss > 0 and _slope == 0
_w, _loss, _slope = ends[torch.bfloat16]
assert 9 < _w < 10 and 0 < abs(_slope) < 2**-25

# %% scaled
scaled, loss, slope = train(torch.float16, unit=1e-5, rate=4e8, scale=1024)
print(f"w {scaled:.4g}")

# %% claim: arrives
assert 8 < scaled < 11
