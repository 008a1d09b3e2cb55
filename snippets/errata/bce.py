"""A loss that has no lowest point."""

# %% no-minimum
import torch
import torch.nn.functional as F

levels = []
for z in (-1.0, -5.0, -10.0):
    logit, target = torch.tensor([z, 0.0], dtype=torch.float64)
    loss = F.binary_cross_entropy_with_logits(logit, target).item()
    levels.append(loss)
    print(f"z = {z:5.0f}  loss {loss:.1e}")

# %% claim: ever-lower-never-zero
import math as _math

assert levels[0] > levels[1] > levels[2] > 0
_on_paper = [_math.log1p(_math.exp(-_size)) for _size in (1, 5, 10, 20, 100, 700)]
assert sorted(_on_paper, reverse=True) == _on_paper and _on_paper[-1] > 0
assert all(abs(a / b - 1) < 1e-6 for a, b in zip(_on_paper, levels, strict=False))
assert F.binary_cross_entropy_with_logits(torch.tensor(-20.0), torch.tensor(0.0)) == 0
