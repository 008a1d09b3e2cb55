"""Rounding to the even neighbour, and the order of a sum."""

# %% ties
import torch

whole = torch.arange(256.0, 264)
print("exact:   ", whole.int().tolist())
print("bfloat16:", whole.bfloat16().int().tolist())

# %% claim: even-neighbour
assert whole.bfloat16().tolist() == [256, 256, 258, 260, 260, 260, 262, 264]

# %% order
large, one = torch.tensor(2.0**24), torch.tensor(1.0)
print((large + one) - large)
print((large - large) + one)

# %% claim: order-decides
assert (large + one) - large == 0 and (large - large) + one == 1


# %% running
def running_sum(dtype, number=0.1, count=3000):
    """Add the same number again and again; return the sum and when it came to rest."""
    number = torch.tensor(number, dtype=dtype)
    total = torch.tensor(0.0, dtype=dtype)
    for step in range(count):
        if total + number == total:
            return total.item(), step
        total = total + number
    return total.item(), None


ends, at_once = {}, {}
for dtype in (torch.bfloat16, torch.float16, torch.float32):
    ends[dtype], rest = running_sum(dtype)
    at_once[dtype] = torch.full((3000,), 0.1, dtype=dtype).sum().item()
    name = str(dtype).removeprefix("torch.")
    print(f"{name:9}{ends[dtype]:7.3f}, rests at {rest}; sum() {at_once[dtype]:.1f}")

# %% claim: at-rest
assert ends[torch.bfloat16] == 32 and ends[torch.float16] == 256
for _dtype, _end in ((torch.bfloat16, 32.0), (torch.float16, 256.0)):
    _end = torch.tensor(_end, dtype=_dtype)
    assert torch.nextafter(_end, 2 * _end) - _end == 0.25 > 2 * 0.1
assert 0.001 < abs(ends[torch.float32] - 300) < 0.01

# %% claim: sum-is-better
for _dtype, _sum in at_once.items():
    assert abs(_sum - 300) < abs(ends[_dtype] - 300) and abs(_sum - 300) <= 1
