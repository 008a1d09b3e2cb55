"""The parabola with five learning rates: ten steps to look at, a hundred to judge."""

# %% five-rates
import torch


def descend(learning_rate, steps, start=0.0):
    """Return x before the first step and after each one."""
    x = torch.tensor(start, requires_grad=True)
    xs = [x.item()]
    for _ in range(steps):
        x.grad = None
        ((x - 3) ** 2).backward()
        with torch.no_grad():
            x.sub_(learning_rate * x.grad)
        xs.append(x.item())
    return xs


rates = [0.1, 0.99, 1.0, 1.5, 2.0]
runs = {rate: descend(rate, 100) for rate in rates}

print("step      0.1     0.99   1.0      1.5        2.0")
for step in range(11):
    slow, oscillating, endless, large, larger = (run[step] for run in runs.values())
    print(f"{step:4d}{slow:9.4f}{oscillating:9.4f}", end="")
    print(f"{endless:6.1f}{large:9.1f}{larger:11.1f}")

# %% claim: paper-agrees
for _rate, _paper in {
    0.1: (0, 0.6, 1.08, 1.464),
    0.99: (0, 5.94, 0.1188, 5.823576),
    1.0: (0, 6, 0, 6),
    1.5: (0, 9, -9, 27),
    2.0: (0, 12, -24, 84),
}.items():
    assert torch.allclose(
        torch.tensor(runs[_rate][:4]), torch.tensor(_paper).float()
    ), _rate

# %% claim: five-fates
for _rate, _xs in runs.items():
    _away = torch.tensor(_xs[:11], dtype=torch.float64) - 3
    _multipliers = _away[1:] / _away[:-1]
    assert (_multipliers - (1 - 2 * _rate)).abs().max() < 1e-3, (_rate, _multipliers)
for _rate in (0.01, 0.3, 0.7, 1.3, 3.0):  # and with other rates, from other starts
    for _start in (-40.0, 2.0, 7.0):
        _away = torch.tensor(descend(_rate, 10, _start), dtype=torch.float64) - 3
        _gap = (_away[1:] - (1 - 2 * _rate) * _away[:-1]).abs()
        assert (_gap < 1e-5 * (_away[:-1].abs() + 3)).all(), (_rate, _start)

# %% hundred
print("rate   1 - 2 rate   x after 100 steps")
for rate in rates:
    print(f"{rate:4}  {1 - 2 * rate:11.2f}   {runs[rate][100]:.6g}")

# %% claim: after-a-hundred
x_slow, x_two_point, x_large = (runs[rate][100] for rate in (0.99, 1.0, 1.5))
distance_slow = abs(x_slow - 3)
assert abs(distance_slow - 3 * 0.98**100) < 1e-4 and x_slow < 3
assert x_two_point == 0 and runs[1.0][99] == 6
assert -4e30 < x_large < -3e30
assert runs[2.0][100] != runs[2.0][100], "not a number"

# %% claim: where-numbers-end
_xs = runs[0.1]
assert _xs[69] != 3 and len(set(_xs[69:])) == 1 and _xs[68] != _xs[69], _xs[66:72]
_largest = torch.finfo(torch.float32).max
assert max(abs(x) for x in runs[1.5]) < _largest, "still finite"
assert any(abs(x) > _largest for x in runs[2.0])
