"""How many steps until the distance is a millionth."""

# %% count
import math

import torch

from_formula = math.ceil(math.log(3e6) / math.log(1.25))

counted = {}
for dtype in (torch.float64, torch.float32):
    x = torch.tensor(0.0, dtype=dtype, requires_grad=True)
    steps = 0
    while abs(x.item() - 3) >= 1e-6:
        x.grad = None
        ((x - 3) ** 2).backward()
        with torch.no_grad():
            x.sub_(0.1 * x.grad)
        steps += 1
    counted[dtype] = steps

print("formula", from_formula)
print("float64", counted[torch.float64])
print("float32", counted[torch.float32])

# %% claim: formula-counts
assert from_formula == counted[torch.float64]
count64, count32 = counted.values()
assert 0 <= from_formula - count32 <= 3, counted
