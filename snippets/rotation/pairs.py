"""Pairs of numbers that turn at different rates, like hands of a clock."""

# %% rates
import math

import torch

from mygpt.rotary import frequencies, rotate

rates = frequencies(8, base=10_000)
for pair, rate in enumerate(rates.tolist()):
    print(f"pair {pair}: {rate:5.3f} radians a place, round after", end=" ")
    print(f"{2 * math.pi / rate:7.2f} places")

# %% claim: rates-as-on-paper
_paper = torch.tensor([1, 0.1, 0.01, 0.001], dtype=torch.float64)
assert torch.allclose(rates, _paper, rtol=1e-14, atol=0)
assert torch.allclose(frequencies(4, 100), _paper[:2], rtol=1e-14, atol=0)
for _size, _base in ((2, 9.0), (16, 100.0), (128, 500_000.0)):
    _rates = [_base ** (-2 * i / _size) for i in range(_size // 2)]
    _theirs = frequencies(_size, _base).tolist()
    assert all(math.isclose(*it) for it in zip(_rates, _theirs, strict=True))
    assert _theirs[0] == 1 and _theirs == sorted(_theirs, reverse=True)

# %% confused
ones = torch.ones(45, 4, dtype=torch.float64)  # the same token at 45 places
turned = rotate(ones, base=100)  # two pairs: numbers 0 and 2, numbers 1 and 3
scores = {}
for distance in (0, 1, 44):
    fast = turned[distance, 0::2] @ turned[0, 0::2]
    slow = turned[distance, 1::2] @ turned[0, 1::2]
    scores[distance] = fast.item(), slow.item()
    print(f"distance {distance:2d}   fast pair {fast:5.2f}   slow pair {slow:5.2f}")

# %% claim: the-slow-pair-tells
(_fast, _slow), (_fast_1, _slow_1), (_fast_44, _slow_44) = (
    scores[distance] for distance in (0, 1, 44)
)
assert _fast == _slow == 2
assert 0 < _fast - _fast_44 < 1e-3 and _slow - _slow_44 > 2, scores
assert _slow - _slow_1 < 0.02 < 0.9 < _fast - _fast_1, scores

# %% hands
import matplotlib.pyplot as plt

distances = torch.arange(0, 101, dtype=torch.float64)
cosines = (distances[:, None] * rates).cos()  # (distances, pairs)
for pair, style in enumerate(("-", "--", "-.", ":")):
    plt.plot(distances, cosines[:, pair], style, label=f"{rates[pair]:g} a place")
plt.xlabel("distance of query and key")
plt.ylabel("cosine of the angle between them")
plt.legend(loc="lower left")
plt.show()

# %% claim: from-a-blur-to-a-slope
_turns = (cosines.diff(dim=0).sign().diff(dim=0) != 0).sum(dim=0).tolist()
assert _turns[0] > 25 and 2 <= _turns[1] <= 3 and _turns[2:] == [0, 0], _turns
assert (cosines[:, 3] > 0.99).all() and 0.5 < cosines[-1, 2] < 0.6

# %% same
chance = torch.Generator().manual_seed(0)
x = torch.randn(3, 20, 8, dtype=torch.float64, generator=chance)  # (B, T, D)
by_pairs = torch.empty_like(x)
for t in range(20):
    for pair, rate in enumerate(rates.tolist()):
        cos, sin = math.cos(t * rate), math.sin(t * rate)
        a, b = x[:, t, pair], x[:, t, pair + 4]
        by_pairs[:, t, pair] = a * cos - b * sin
        by_pairs[:, t, pair + 4] = a * sin + b * cos
print("the loop agrees:", torch.allclose(by_pairs, rotate(x), rtol=0, atol=1e-14))

# %% claim: a-loop-over-pairs
assert (by_pairs - rotate(x)).abs().max() < 1e-14

# %% claim: lengths-stay
_far = rotate(x, first=1000)
for _turned in (by_pairs, rotate(x), _far):
    assert torch.allclose(_turned.norm(dim=-1), x.norm(dim=-1), rtol=1e-14, atol=0)
assert torch.equal(by_pairs[:, 0], x[:, 0]) and torch.equal(rotate(x)[:, 0], x[:, 0])
assert not torch.allclose(_far[:, 0], x[:, 0])
