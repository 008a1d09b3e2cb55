"""The same bowl in other units: the loss times a thousand."""

# %% units
import torch


def path(method, lr, factor):
    """Take twenty steps down a round bowl whose loss is multiplied by a factor."""
    x = torch.tensor([3.0, -2.0], dtype=torch.float64, requires_grad=True)
    optimiser = method([x], lr=lr)
    places = []
    for _ in range(20):
        optimiser.zero_grad()
        (factor * x**2).sum().backward()
        optimiser.step()
        places.append(x.tolist())
    return torch.tensor(places, dtype=torch.float64)


for name, method in (("SGD", torch.optim.SGD), ("Adam", torch.optim.Adam)):
    plain, large = path(method, 0.1, 1), path(method, 0.1, 1000)
    print(f"{name:<4}  loss x 1: {plain[-1].norm():.3f} from the bottom", end="")
    print(f"   loss x 1000: {large[-1].norm():.3g}")

# %% claim: adam-does-not-see-size
_plain = path(torch.optim.Adam, 0.1, 1)
for _factor in (1e-3, 1e-1, 1e3, 1e6):
    assert torch.allclose(path(torch.optim.Adam, 0.1, _factor), _plain, atol=1e-4), (
        _factor
    )
assert path(torch.optim.SGD, 0.1, 1)[-1].norm() < 0.1
assert path(torch.optim.SGD, 0.1, 1000)[-1].norm() > 1e30
_each = torch.tensor(
    [1000.0, 0.01], dtype=torch.float64
)  # a factor of its own for each
assert torch.allclose(path(torch.optim.Adam, 0.1, _each), _plain, atol=1e-4)
assert (path(torch.optim.Adam, 0.1, 1e-9) - _plain).abs().max() > 0.1, "epsilon is seen"


# %% parameter
def places(c, steps=(1, 20, 100)):
    """Walk down (c u - 3)² in u; return where x = c u is after some steps."""
    u = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adam([u], lr=0.1)
    seen = []
    for step in range(1, max(steps) + 1):
        optimiser.zero_grad()
        ((c * u - 3) ** 2).backward()
        optimiser.step()
        if step in steps:
            seen.append(c * u.item())
    return seen


in_units = {c: places(c) for c in (0.001, 1, 1000)}
print("x = c u after step        1        20       100")
for c, seen in in_units.items():
    print(f"c = {c:<5}           ", "".join(f"{x:10.4f}" for x in seen))

# %% claim: sees-the-unit-of-a-parameter
for _c, _seen in in_units.items():
    assert abs(_seen[0] - 0.1 * _c) < 1e-6, "the first step is 0.1 in u"
assert 0.0095 < in_units[0.001][2] < 0.0105, "a hundred steps of 0.1"
assert abs(in_units[1000][2] - 3) < 0.5 and abs(in_units[1][2] - 3) < 0.1
assert in_units[1000][0] > 90
