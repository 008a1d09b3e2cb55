"""Exercise: how far the slowest hand goes before it comes round."""

# %% round
import math

from mygpt.rotary import frequencies

for size, base in ((16, 100), (16, 10_000), (128, 10_000), (128, 500_000)):
    slowest = frequencies(size, base)[-1].item()
    print(f"D = {size:3d}, base {base:7,d}: round after {2 * math.pi / slowest:11,.0f}")

# %% claim: by-formula
places = {}
for _size, _base in ((16, 100), (16, 10_000), (128, 10_000), (128, 500_000)):
    places[_base, _size] = 2 * math.pi / frequencies(_size, _base)[-1].item()
    _formula = 2 * math.pi * _base ** (1 - 2 / _size)
    assert math.isclose(places[_base, _size], _formula)
assert places[100, 16] > 96  # none of our windows sees the slowest pair come round
assert places[500_000, 128] > 128 * 1024 > places[10_000, 128]
slow_ours, slow_llama = places[100, 16], places[500_000, 128]
