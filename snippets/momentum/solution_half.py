"""Three steps with momentum 0.5, on paper and by torch."""

# %% half
from fractions import Fraction

import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.1, momentum=0.5)
paper, velocity = Fraction(0), Fraction(0)
for step in range(1, 4):
    velocity = velocity / 2 + 2 * (paper - 3)
    paper -= velocity / 10
    opt.zero_grad()
    ((x - 3) ** 2).backward()
    opt.step()
    print(f"{step}  velocity {float(velocity):.3f}", end="")
    print(f"  x {float(paper):.4f} on paper, {x.item():.4f} in the run")

# %% claim: paper-agrees
assert abs(float(paper) - x.item()) < 1e-6 and float(paper) == 2.094
