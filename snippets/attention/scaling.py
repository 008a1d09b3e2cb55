"""Scores grow with the number of dimensions, unless they are divided by its root."""

# %% table
import torch

torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(0)
print("   D   spread   weight    slope   scaled:   slope")
rows = []
for D in (4, 16, 64, 256, 1024):
    q = torch.randn(500, D, generator=generator)
    k = torch.randn(16, D, generator=generator)
    plain = q @ k.T  # 500 queries, 16 keys
    columns = [plain.std().item()]
    for scores in (plain, plain / D**0.5):
        largest = scores.softmax(dim=-1).amax(dim=-1)
        columns += [largest.mean().item(), (largest * (1 - largest)).mean().item()]
    rows.append(columns)
    numbers = "   ".join(f"{number:6.2f}" for number in columns)
    print(f"{D:4d}   {numbers}")

# %% claim: spread-is-the-root-of-d
for _D, _row in zip((4, 16, 64, 256, 1024), rows, strict=True):
    assert abs(_row[0] / _D**0.5 - 1) < 0.5 / _D**0.5, (_D, _row)

# %% claim: without-scaling-one-takes-all
spread, weight_plain, slope_plain, weight_scaled, slope_scaled = columns
assert weight_plain > 0.9

# %% claim: with-scaling-the-same-for-all
least, most = min(row[3] for row in rows), max(row[3] for row in rows)
assert 0.2 < least < most < 0.3, (least, most)
assert slope_scaled > 5 * slope_plain
