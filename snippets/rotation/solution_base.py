"""Exercise: how far the slowest hand goes before it comes round."""

# %% round
import math

from mygpt.rotary import frequencies

rounds = {}
for size, base in ((16, 100), (16, 10_000), (128, 10_000), (128, 500_000)):
    slowest = frequencies(size, base)[-1].item()
    rounds[size, base] = 2 * math.pi / slowest
    print(f"D = {size:3d}, base {base:7,d}: round after", end=" ")
    print(f"{rounds[size, base]:11,.0f}")

# %% claim: by-formula
for (_size, _base), _places in rounds.items():
    assert math.isclose(_places, 2 * math.pi * _base ** (1 - 2 / _size))
slow_ours, slow_llama = rounds[16, 100], rounds[128, 500_000]
assert slow_ours > 96  # none of our windows sees the slowest pair come round
assert slow_llama > 2_000_000 > 128 * 1024 > rounds[128, 10_000]
