"""How far one small step goes down, beside rate times slope squared."""

# %% rates
import torch


def lowered(f, start, rate):
    """Return how far one step lowers f, and the rate times the slope squared."""
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    before = f(x)
    before.backward()
    with torch.no_grad():
        after = f(x - rate * x.grad)
    return (before - after).item(), rate * x.grad.item() ** 2


for rate in (0.1, 0.01, 0.001):
    down, expected = lowered(lambda x: (x - 3) ** 2, 0.0, rate)
    print(f"rate {rate:5}   down {down:.6f}   rate · slope² {expected:.6f}")

# %% claim: down-by-slope-squared
_functions = (
    lambda x: (x - 3) ** 2,
    lambda x: (x - 3) ** 4,
    lambda x: torch.sin(3 * x) + x,
    lambda x: torch.exp(-x),
    lambda x: torch.log(1 + x**2),
)
for _f in _functions:
    for _start in (-2.0, -0.3, 0.7, 2.5):
        _ratios = []
        for _rate in (1e-3, 1e-4, 1e-5):
            _down, _expected = lowered(_f, _start, _rate)
            assert _down > 0, (_start, _rate)
            _ratios.append(abs(_down / _expected - 1))
        assert _ratios[2] < 0.01 and _ratios[0] > 5 * _ratios[1], _ratios
