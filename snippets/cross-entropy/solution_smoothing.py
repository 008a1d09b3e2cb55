"""Label smoothing: never ask for more than 92.5 per cent."""

# %% smoothing
import math

import torch
import torch.nn.functional as F

target = torch.tensor([2])
gaps = {}
for smoothing in (0.0, 0.1):
    z = torch.zeros(1, 4, requires_grad=True)
    print(f"smoothing {smoothing}")
    for step in range(1, 1001):
        loss = F.cross_entropy(z, target, label_smoothing=smoothing)
        loss.backward()
        with torch.no_grad():
            z -= 1.0 * z.grad
            z.grad.zero_()
        if step in (10, 100, 1000):
            gaps[smoothing, step] = (z[0, 2] - z[0, 0]).item()
            print(
                f"  step {step:5d}  loss {loss:.4f}  gap {gaps[smoothing, step]:6.3f}"
            )

# %% claim: a-finite-best
wanted = torch.tensor([0.025, 0.025, 0.925, 0.025])
best = -(wanted * wanted.log()).sum().item()
best_gap = math.log(0.925 / 0.025)
assert abs(loss.item() - best) < 1e-5
assert abs(gaps[0.1, 1000] - best_gap) < 1e-3
assert gaps[0.0, 1000] > gaps[0.0, 100] + 2 > gaps[0.0, 10] + 4
