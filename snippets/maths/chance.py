"""Probabilities as shares: of rolls of a die, and of letters that follow letters."""

# %% die
import torch

torch.manual_seed(0)
rolls = torch.randint(1, 7, (60_000,))
sixes = (rolls == 6).double()  # 1 or 0
even = rolls % 2 == 0
print(f"share of sixes   {sixes.mean():.3f}")
print(f"among even rolls {sixes[even].mean():.3f}")

# %% claim: near-a-sixth
for _seed in range(5):
    torch.manual_seed(_seed)
    _rolls = rolls if not _seed else torch.randint(1, 7, (60_000,))
    _sixes, _even = (_rolls == 6).double(), _rolls % 2 == 0
    assert abs(_sixes.mean() - 1 / 6) < 0.005 > 0.5 * abs(_sixes[_even].mean() - 1 / 3)

# %% letters
from itertools import pairwise

word = "papaya"
pairs = [a + b for a, b in pairwise(word)]
n_a = sum(pair[0] == "a" for pair in pairs)
n_ap = pairs.count("ap")
print("pairs ", *pairs)
print("P(a)    ", n_a / len(pairs))
print("P(p | a)", n_ap / n_a)
print("P(a, p) ", n_ap / len(pairs))

# %% claim: joint-is-a-product
_a, _p_given_a, _both = n_a / len(pairs), n_ap / n_a, n_ap / len(pairs)
assert (_a, _p_given_a, _both) == (2 / 5, 1 / 2, 1 / 5)
assert abs(_both - _a * _p_given_a) < 1e-12
for _word in ("banana", "mississippi", "abracadabra"):
    _pairs = [(first, second) for first, second in pairwise(_word)]
    for _first, _second in {*_pairs}:
        _n_first = sum(first == _first for first, _ in _pairs)
        _n_both = _pairs.count((_first, _second))
        _joint = _n_first / len(_pairs) * (_n_both / _n_first)
        assert abs(_n_both / len(_pairs) - _joint) < 1e-12
