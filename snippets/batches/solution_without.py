"""Batches drawn without putting points back."""

# %% without
import torch

generator = torch.Generator().manual_seed(0)
N = 64
each = torch.randn(N, dtype=torch.float64, generator=generator)  # gradients of points
spread_of_one = each.std(unbiased=False).item()

print(" B   measured  with return  corrected")
rows = []
for B in (1, 16, 48, 64):
    orders = torch.rand(4000, N, generator=generator).argsort(dim=1)[:, :B]
    spread = each[orders].mean(dim=1).std().item()
    simple = spread_of_one / B**0.5
    corrected = simple * ((N - B) / (N - 1)) ** 0.5
    rows.append((spread, corrected))
    print(f"{B:2d}   {spread:8.4f}  {simple:11.4f}  {corrected:9.4f}")

# %% claim: correction-holds
for _spread, _corrected in rows:
    assert abs(_spread - _corrected) < 0.03 * spread_of_one, (_spread, _corrected)
assert rows[-1][0] < 1e-12
