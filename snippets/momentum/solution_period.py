"""How long one swing takes: from the cosine, and counted."""

# %% period
import math

import torch

foretold = 2 * math.pi / math.acos(0.9)

x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
xs = [x.item()]
for _ in range(1000):
    ((x - 3) ** 2).backward()  # never cleared
    with torch.no_grad():
        x.sub_(0.1 * x.grad)
    xs.append(x.item())

upward = [t for t in range(1000) if xs[t] < 3 <= xs[t + 1]]
counted = (upward[-1] - upward[0]) / (len(upward) - 1)
print(f"foretold {foretold:.2f} steps, counted {counted:.2f}")

# %% claim: fourteen-steps
assert abs(foretold - counted) < 0.02, (foretold, counted)
assert abs(math.cos(2 * math.pi / foretold) - 0.9) < 1e-12
