"""Limit and best rate of 5(x + 2)², before and after running it."""

# %% threshold
import torch

curvature = 2 * 5
limit, best = 2 / curvature, 1 / curvature
print(f"limit {limit}, best {best}")

left = {}
for rate in (best, 0.99 * limit, 1.01 * limit):
    x = torch.tensor(4.0, dtype=torch.float64, requires_grad=True)
    for _ in range(100):
        x.grad = None
        (5 * (x + 2) ** 2).backward()
        with torch.no_grad():
            x.sub_(rate * x.grad)
    left[rate] = abs(x.item() + 2)
    print(f"rate {rate:.3f}  distance {left[rate]:.4f}")

# %% claim: one-over-five
assert limit == 0.2 and left[best] == 0
assert left[0.99 * limit] < 6 < left[1.01 * limit]
