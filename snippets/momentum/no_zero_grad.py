"""The walk down the parabola without zero_grad."""
# varies: the figure shows training in float32, whose sixth digit is the processor's

# %% walk
import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1)
xs = [x.item()]

print("step  x before      f(x)     .grad   x after")
print(f"{0:4d}{x.item():40.6f}")
for step in range(1, 1001):
    before = x.item()
    loss = (x - 3) ** 2  # and no opt.zero_grad() before it
    loss.backward()
    opt.step()
    xs.append(x.item())
    if step <= 10:
        row = f"{step:4d}  {before:.6f}  {loss.item():.6f}  {x.grad.item():8.4f}"
        print(f"{row}  {x.item():.6f}")

print(f"x after  100 steps {xs[100]:.4f}")
print(f"x after 1000 steps {xs[1000]:.4f}")

# %% claim: first-three
x_one, x_two, x_three = xs[1:4]
assert torch.allclose(torch.tensor(xs[1:4]), torch.tensor([0.6, 1.68, 3.024]))
assert max(xs[:3]) < 3 < x_three

# %% extremes
for first, last in ((0, 100), (100, 200), (900, 1000)):
    lowest, highest = min(xs[first:last]), max(xs[first:last])
    print(f"steps {first:3d} to {last:4d}: x between {lowest:.2f} and {highest:.2f}")

# %% claim: neither-grows-nor-shrinks
x_hundred, x_neighbour = xs[100], xs[97]
for _first in range(0, 1000, 100):
    assert abs(min(xs[_first : _first + 100]) + 0.08) < 0.01
    assert abs(max(xs[_first : _first + 100]) - 6.08) < 0.01

# %% picture
import matplotlib.pyplot as plt

y = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([y], lr=0.1)
ys = [y.item()]
for _ in range(100):
    opt.zero_grad()
    ((y - 3) ** 2).backward()
    opt.step()
    ys.append(y.item())

plt.plot(xs[:101], color="C4", label="without zero_grad")
plt.plot(ys, color="C0", label="with")
plt.plot(100, xs[100], "o", color="C4")
plt.ylim(-0.5, 8)
plt.legend(loc="upper center", ncols=2)
plt.xlabel("step")
plt.ylabel("x")
plt.show()

# %% energy
e = torch.tensor(xs, dtype=torch.float64) - 3
energy = e[1:] ** 2 - 1.8 * e[1:] * e[:-1] + e[:-1] ** 2
furthest = (1.8 / 0.19) ** 0.5
print(f"E        smallest {energy.min().item():.4f}, largest {energy.max().item():.4f}")
print(f"furthest foretold {furthest:.4f}, in the run {e.abs().max().item():.4f}")

# %% claim: energy-is-kept
assert (energy - 1.8).abs().max() < 2e-3, (energy.min(), energy.max())
assert furthest - 0.01 < e.abs().max().item() < furthest + 0.001
for _rate in (0.01, 0.1, 0.5, 1.7, 1.99):
    _x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    _places = [-3.0]
    for _ in range(200):
        ((_x - 3) ** 2).backward()  # never cleared
        with torch.no_grad():
            _x.sub_(_rate * _x.grad)
        _places.append(_x.item() - 3)
    _c, _e = 2 - 2 * _rate, torch.tensor(_places, dtype=torch.float64)
    _energy = _e[1:] ** 2 - _c * _e[1:] * _e[:-1] + _e[:-1] ** 2
    assert (_energy / _energy[0] - 1).abs().max() < 1e-6, _rate
    assert (_e**2 <= (1 + 1e-6) * _energy[0] / (1 - _c**2 / 4)).all(), _rate

# %% too-fast
from itertools import pairwise

distances = [-3.0, 12.0]  # the first step is 2.5 times 6 long
for _ in range(10):
    distances.append(-3 * distances[-1] - distances[-2])
energies = [q * q + 3 * q * p + p * p for p, q in pairwise(distances)]

print("distances", [round(d) for d in distances])
print("energies ", [round(e) for e in energies])

# %% claim: flies-apart-with-the-same-energy
assert set(energies) == {45.0}, "whole numbers, so exact"
assert abs(distances[-1]) > 1e5 and sorted(map(abs, distances)) == [
    *map(abs, distances)
]
_x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
for _distance in distances[1:]:
    ((_x - 3) ** 2).backward()  # the loop itself, at the rate 2.5
    with torch.no_grad():
        _x.sub_(2.5 * _x.grad)
    assert _x.item() - 3 == _distance
