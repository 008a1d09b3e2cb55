"""Three steps on paper, in exact fractions, against the run."""

# %% three
from fractions import Fraction

import torch

paper = Fraction(0)
x = torch.tensor(0.0, requires_grad=True)
differences = []
for step in (1, 2, 3):
    slope = 2 * (paper - 3)
    paper = paper - slope / 10
    x.grad = None
    ((x - 3) ** 2).backward()
    with torch.no_grad():
        x.sub_(0.1 * x.grad)
    differences.append(abs(float(paper) - x.item()))
    print(f"x_{step} = {float(paper)} on paper, {x.item():.6f} in the run")

# %% claim: paper-agrees
assert float(paper) == 1.464 and max(differences) < 1e-6, differences
