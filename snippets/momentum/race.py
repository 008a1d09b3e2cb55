"""A long valley: plain descent, momentum and Nesterov's variant, each at its best."""

# %% start
import torch


def race(kappa=25, **options):
    """Return the way from (1, 1) to within 0.01 of the bottom."""
    curvatures = torch.tensor([1.0, kappa], dtype=torch.float64)
    p = torch.ones(2, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.SGD([p], **options)
    places = [p.tolist()]
    while p.norm() >= 0.01 and len(places) < 3000:
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

# %% claim: momentum-needs-fewer
steps_plain, steps_momentum, steps_nesterov = (len(way) - 1 for way in ways.values())
assert steps_plain > 2.5 * steps_momentum, (steps_plain, steps_momentum)
assert steps_momentum < steps_nesterov < steps_plain

# %% picture
import matplotlib.pyplot as plt

distances = {name: torch.tensor(way).norm(dim=1) for name, way in ways.items()}
labels = {"plain": (38, 0.1), "momentum": (3.5, 2.2), "Nesterov": (25, 0.03)}
for (name, distance), colour in zip(distances.items(), ("C5", "C0", "C4"), strict=True):
    plt.semilogy(distance, "o-", color=colour, markersize=3)
    plt.text(*labels[name], name, color=colour)
plt.axhline(0.01, color="0.5", linewidth=0.8)
plt.xlabel("step")
plt.ylabel("distance from the bottom")
plt.show()

# %% claim: wider-then-narrower
_momentum, _plain = distances["momentum"], distances["plain"]
assert _momentum[:5].max() > 1.4 * _momentum[0] and _plain.argmax() == 0
share_momentum = ((_momentum[20] / _momentum[10]) ** 0.1).item()
share_plain = ((_plain[60] / _plain[30]) ** (1 / 30)).item()
assert abs(share_plain - 24 / 26) < 1e-6
assert 0.6 < share_momentum < 0.75, share_momentum

# %% longer
counts = {}
print("kappa  plain  momentum")
for kappa in (4, 16, 64, 256):
    root = kappa**0.5
    plain = race(kappa, lr=2 / (1 + kappa))
    rate, beta = 4 / (root + 1) ** 2, ((root - 1) / (root + 1)) ** 2
    heavy = race(kappa, lr=rate, momentum=beta)
    counts[kappa] = (len(plain) - 1, len(heavy) - 1)
    print(f"{kappa:5d}  {counts[kappa][0]:5d}  {counts[kappa][1]:8d}")

# %% claim: root-of-kappa
for _kappa in (16, 64):
    _two = (counts[_kappa], counts[4 * _kappa])
    _plain, _heavy = (b / a for a, b in zip(*_two, strict=True))
    assert 3.5 < _plain < 4.5 and 1.7 < _heavy < 2.3, (_kappa, _plain, _heavy)
