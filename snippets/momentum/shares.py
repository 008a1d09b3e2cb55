"""What a step of momentum leaves in the long run: from the equation, and measured."""

# %% shares
import math


def distances(beta, eta_lambda, steps=60):
    """Return e_0, e_1, ... of momentum on a parabola, from distance 1 at rest."""
    e = [1.0, 1.0 - eta_lambda]
    while len(e) <= steps:
        e.append((1 + beta - eta_lambda) * e[-1] - beta * e[-2])
    return e


print("beta  rate·curvature  solutions          e_60 / e_59")
for beta, eta_lambda in ((0.1, 0.2), (0.1, 1.95), (0.9, 0.2)):
    half = (1 + beta - eta_lambda) / 2
    under_root = half**2 - beta
    if under_root >= 0:
        root = math.sqrt(under_root)
        solutions = f"{half + root:7.4f}, {half - root:7.4f}"
    else:
        solutions = "none            "
    e = distances(beta, eta_lambda)
    print(f"{beta:4}  {eta_lambda:14}  {solutions}   {e[60] / e[59]:7.4f}")

# %% claim: the-larger-in-size
for _b in range(10):
    for _k in range(1, 39):
        _beta, _product = _b / 10, _k / 20
        _half = (1 + _beta - _product) / 2
        if _half**2 - _beta < 0.01:
            continue  # none, or two that are too alike to be told apart in 60 steps
        _root = math.sqrt(_half**2 - _beta)
        _share = max(_half + _root, _half - _root, key=abs)
        _e = distances(_beta, _product)
        if abs(_e[59]) > 1e-12:
            assert abs(_e[60] / _e[59] - _share) < 1e-3, (_beta, _product)

# %% claim: energy-shrinks-by-beta
from itertools import pairwise as _pairwise

for _b in range(1, 11):
    for _k in range(1, 40):
        _beta, _product = _b / 10, _k / 20
        _c = 1 + _beta - _product
        if _c**2 / 4 >= _beta:
            continue
        _e = distances(_beta, _product, steps=40)
        _pairs = list(_pairwise(_e))
        _energy = [q * q - _c * q * p + _beta * p * p for p, q in _pairs]
        for _now, _next in _pairwise(_energy):
            assert abs(_next - _beta * _now) < 1e-9 * _energy[0], (_beta, _product)
        for _t, _distance in enumerate(_e[:-1]):
            _bound = _energy[0] * _beta**_t / (_beta - _c**2 / 4)
            assert _distance**2 <= _bound * (1 + 1e-6), (_beta, _product, _t)


# %% claim: critical-is-quickest
def _long_run(beta, product):
    half = (1 + beta - product) / 2
    if half**2 < beta:
        return math.sqrt(beta)
    return abs(half) + math.sqrt(half**2 - beta)


for _product in (0.05, 0.2, 0.7, 1.0, 1.3, 1.9):
    _critical = (1 - math.sqrt(_product)) ** 2
    assert abs(_long_run(_critical, _product) - math.sqrt(_critical)) < 1e-6
    for _b in range(100):
        assert _long_run(_b / 100, _product) >= math.sqrt(_critical) - 1e-6
    _left = []  # the largest of the last ten of 300 distances
    for _beta in (_critical, _critical + 0.05, max(0.0, _critical - 0.05)):
        _e = distances(_beta, _product, steps=300)
        _left.append(max(map(abs, _e[-10:])))
    assert _beta == _critical or _left[0] < min(_left[1:]) / 10, (_product, _left)
