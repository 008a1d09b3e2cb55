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
        (factor * (x**2).sum()).backward()
        optimiser.step()
        places.append(x.tolist())
    return torch.tensor(places, dtype=torch.float64)


for name, method in (("SGD", torch.optim.SGD), ("Adam", torch.optim.Adam)):
    plain, large = path(method, 0.1, 1), path(method, 0.1, 1000)
    print(f"{name:<4}  loss x 1: {plain[-1].norm():.3f} from the bottom", end="")
    print(f"   loss x 1000: {large[-1].norm():.3g}")

# %% claim: adam-does-not-see-units
plain, large = path(torch.optim.Adam, 0.1, 1), path(torch.optim.Adam, 0.1, 1000)
assert torch.allclose(plain, large, atol=1e-6)
assert path(torch.optim.SGD, 0.1, 1)[-1].norm() < 0.1
assert path(torch.optim.SGD, 0.1, 1000)[-1].norm() > 1e30
