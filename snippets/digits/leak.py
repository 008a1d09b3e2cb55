"""Noise with labels drawn by lot, and a split that leaks."""

# %% by-lot
import torch

generator = torch.Generator().manual_seed(0)
X = torch.rand(600, 64, generator=generator, dtype=torch.float64)
y = torch.randint(10, (600,), generator=generator)  # nothing to be learnt


def nearest_neighbour(X, y):
    """Train on a random half: answer with the label of the nearest known image."""
    order = torch.randperm(len(y), generator=generator)
    known, test = order.chunk(2)
    nearest = torch.cdist(X[test], X[known]).argmin(dim=1)
    return (y[known][nearest] == y[test]).double().mean().item()


honest = nearest_neighbour(X, y)
copies = X + 0.01 * torch.rand(X.shape, generator=generator, dtype=torch.float64)
leaky = nearest_neighbour(torch.cat([X, copies]), torch.cat([y, y]))
print(f"split, then nothing: {honest:.0%} right   copy, then split: {leaky:.0%} right")

# %% claim: copies-leak
assert honest < 0.2 and 0.45 < leaky < 0.7, (honest, leaky)
