"""The bits of a tenth in three number types."""

# %% sum
import torch

equal = {}
for dtype in (torch.float32, torch.bfloat16, torch.float16, torch.float64):
    tenth, fifth, both = torch.tensor([0.1, 0.2, 0.3], dtype=dtype)
    equal[dtype] = bool(tenth + fifth == both)
    print(f"{dtype!s:15} 0.1 + 0.2 == 0.3: {equal[dtype]}")

# %% claim: true-in-two
assert list(equal.values()) == [True, True, False, False]

# %% bits
WHOLE = {16: torch.int16, 32: torch.int32}
FRACTION = {torch.float32: 23, torch.bfloat16: 7, torch.float16: 10}


def bits(number):
    """Write sign, exponent and fraction of a number as they lie in memory."""
    size = 8 * number.itemsize
    pattern = number.view(WHOLE[size]).item() % 2**size
    digits, cut = f"{pattern:0{size}b}", size - FRACTION[number.dtype]
    return f"{digits[0]} {digits[1:cut]} {digits[cut:]}"


for dtype in FRACTION:
    x = torch.tensor(0.1, dtype=dtype)
    print(f"{dtype!s:15} {bits(x):36}{x.item():.12g}")

# %% claim: the-bits-on-paper
_x = torch.tensor(0.1).bfloat16()
assert bits(_x) == "0 01111011 1001101" and 0b01111011 - 127 == -4
assert _x.item() == (1 + 77 / 128) / 16 == 205 / 2048

# %% limits
print("type           largest   smallest  gap at 1")
for dtype in FRACTION:
    info = torch.finfo(dtype)
    smallest = info.smallest_normal * info.eps  # all bits are 0 but the last
    print(f"{dtype!s:15}{info.max:.1e}   {smallest:.1e}   {info.eps:.1e}")

# %% claim: range-or-digits
_32, _b, _h = (torch.finfo(dtype) for dtype in FRACTION)
assert 0.99 < _b.max / _32.max < 1 and _b.smallest_normal == _32.smallest_normal
assert _b.eps == 8 * _h.eps and _h.max == 65504
assert [_info.eps for _info in (_32, _b, _h)] == [2.0**-n for n in FRACTION.values()]
for _info in (_32, _b, _h):
    _tiny = torch.tensor(
        _info.smallest_normal * _info.eps, dtype=getattr(torch, _info.dtype)
    )
    assert _tiny > 0 and _tiny / 2 == 0
