"""How large is a sum of n products?"""

# %% all-signs
import itertools

import torch

mean_squares = {}
for n in (2, 4, 16):
    size = n**-0.5
    sums = [sum(signs) * size for signs in itertools.product((-1, 1), repeat=n)]
    mean_squares[n] = sum(s * s for s in sums) / len(sums)
    print(f"{n:2d} weights of +-{size:.3f}: {len(sums):5d} sums", end="")
    print(f"   mean square {mean_squares[n]:.4f}")

# %% claim: exactly-one
assert list(mean_squares) == [2, 4, 16], mean_squares
assert all(abs(_it - 1) < 1e-12 for _it in mean_squares.values()), mean_squares

# %% random
generator = torch.Generator().manual_seed(0)
seen = []
for n in (10, 100, 1000):
    inputs = torch.randn(1000, n, generator=generator, dtype=torch.float64)
    weights = torch.randn(n, 50, generator=generator, dtype=torch.float64)
    plain, scaled = inputs @ weights, inputs @ (weights / n**0.5)
    seen.append((plain.std().item() / n**0.5, scaled.std().item()))
    print(f"{n:4d} inputs   weights of std 1: output std {plain.std():5.1f}", end="")
    print(f"   divided by sqrt(n): {scaled.std():.1f}")

# %% claim: root-n
for _grown, _kept in seen:
    assert abs(_grown - 1) < 0.1 and abs(_kept - 1) < 0.1, (_grown, _kept)
