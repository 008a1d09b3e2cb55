"""Where float32 runs out of whole numbers."""

# %% plus-one
import torch

for dtype in (torch.float16, torch.float32, torch.float64, torch.int64):
    x = torch.tensor(16_777_216).to(dtype)
    print(f"{dtype}: {x.item():.0f} + 1 = {(x + 1).item():.0f}")

# %% claim: plus-one-changes-nothing
_x = x.to(torch.float32)
assert _x + 1 == _x and x.dtype == torch.int64 and x + 1 != x
assert _x == 2**24 and _x + 1 == _x and (_x - 1) + 1 == _x and (_x - 1) != _x
assert _x.double() + 1 != _x.double()
assert torch.isinf(_x.half()) and torch.finfo(torch.float16).max == 65504
assert torch.tensor(65519.0).half() == 65504 and torch.isinf(
    torch.tensor(65520.0).half()
)

# %% gaps
one = torch.tensor(1.0)
for exponent in (0, 10, 20, 23, 24):
    x = one * 2**exponent
    gap = torch.nextafter(x, x + 1e9) - x
    print(f"from 2^{exponent:<2} on, numbers are {gap.item():.8f} apart")

# %% claim: gaps-grow-with-the-number
for _exponent in range(60):
    _x = one * 2**_exponent
    _gap = torch.nextafter(_x, torch.tensor(torch.inf)) - _x
    assert _gap == 2.0 ** (_exponent - 23), _exponent
