"""How exactly a score depends on the distance alone, in float32 and in float64."""

# %% turn
import math

import torch


def turn(pair, places, exact):
    """Turn a pair by a tenth of a radian for each place: (2,) and (T,) -> (T, 2)."""
    angles = 0.1 * places.to(torch.float64 if exact else pair.dtype)  # (T,)
    cos, sin = angles.cos().to(pair.dtype), angles.sin().to(pair.dtype)  # (T,)
    a, b = pair
    return torch.stack([a * cos - b * sin, a * sin + b * cos], dim=1)


# %% worst
def worst(first, dtype, exact):
    """Return the largest difference of two scores of the same distance.

    It is counted in roundings: in eps / 2 times the lengths of query and key.
    """
    chance = torch.Generator().manual_seed(first)
    places, largest = torch.arange(first, first + 64), 0.0
    for _ in range(20):
        query, key = torch.randn(2, 2, generator=chance, dtype=torch.float64).to(dtype)
        scores = turn(query, places, exact) @ turn(key, places, exact).T  # (64, 64)
        diagonals = [scores.diagonal(d).double() for d in range(-63, 64)]
        spread = max((it.max() - it.min()).item() for it in diagonals)
        rounding = torch.finfo(dtype).eps / 2 * (query.norm() * key.norm()).item()
        largest = max(largest, spread / rounding)
    return largest


# %% table
ways = {
    "float32": (torch.float32, False),
    "float32, angles in float64": (torch.float32, True),
    "float64": (torch.float64, False),
}
counts = {name: [worst(2**p, *way) for p in (0, 10, 20)] for name, way in ways.items()}
for name, row in counts.items():
    print(f"{name:26}", *[f"10^{math.log10(count):.0f}" for count in row])

# %% bound
bound = [
    24 + 4 * 0.1 * (2**p + 64) for p in (0, 10, 20)
]  # the last place is first + 63
for name, row in counts.items():
    limits = [24.0] * 3 if "angles" in name else bound
    inside = [count < limit for count, limit in zip(row, limits, strict=True)]
    print(f"{name:26}", *[f"{limit:9,.0f}" for limit in limits], " kept:", all(inside))

# %% claim: rounding-grows-with-the-place
for _name in ("float32", "float64"):
    _row = counts[_name]
    assert all(it < limit for it, limit in zip(_row, bound, strict=True)), _row
    assert 2500 * _row[0] < 500 * _row[1] < _row[2], _row
coarse = counts["float32"][2] * 2**-24  # in lengths of query and key
assert 0.005 < coarse < 0.01, coarse

# %% claim: angles-in-float64-keep-it-small
assert max(counts["float32, angles in float64"]) < 24, counts
