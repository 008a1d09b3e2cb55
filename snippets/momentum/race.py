"""A long valley: plain descent, momentum and Nesterov's variant, each at its best."""

# %% start
import torch

curvatures = torch.tensor([1.0, 25.0], dtype=torch.float64)


def race(**options):
    """Return the way from (1, 1) to within 0.01 of the bottom."""
    p = torch.ones(2, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.SGD([p], **options)
    places = [p.tolist()]
    while p.norm() >= 0.01 and len(places) < 500:
        opt.zero_grad()
        loss = (curvatures * p**2).sum() / 2
        loss.backward()
        opt.step()
        places.append(p.tolist())
    return places


# %% finish
ways = {
    "plain": race(lr=2 / (1 + 25)),
    "momentum": race(lr=1 / 9, momentum=4 / 9),
    "Nesterov": race(lr=1 / 25, momentum=2 / 3, nesterov=True),
}
for name, places in ways.items():
    print(f"{name:8}  {len(places) - 1:3d} steps")

# %% claim: root-of-kappa
steps_plain, steps_momentum, steps_nesterov = (len(p) - 1 for p in ways.values())
assert steps_plain > 2.5 * steps_momentum, (steps_plain, steps_momentum)
assert steps_momentum < steps_nesterov < steps_plain

# %% picture
import matplotlib.pyplot as plt

u = torch.linspace(-0.6, 1.1, 61, dtype=torch.float64)
v = torch.linspace(-2.1, 2.1, 61, dtype=torch.float64)
heights = (u**2 + 25 * v[:, None] ** 2) / 2
plt.contour(u, v, heights, levels=[0.2, 2, 8, 20, 40], colors="0.5", linewidths=0.8)
for (name, places), colour in zip(ways.items(), ("C5", "C0", "C4"), strict=True):
    path = torch.tensor(places)
    plt.plot(path[:, 0], path[:, 1], "o-", color=colour, markersize=3, label=name)
plt.xlabel("u")
plt.ylabel("v")
plt.legend(loc="lower right")
plt.show()
