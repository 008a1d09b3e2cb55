"""Side by side, then one matrix: the same as a matrix for each place, and a sum."""

# %% by-hand
import torch

she, really = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 2.0])
w = torch.tensor([0.3, 0.1, -0.1, 0.05])  # one hidden unit: four weights

side_by_side = torch.cat([she, really])
print(side_by_side.tolist())
print(f"{torch.dot(w, side_by_side):.4f}  {torch.dot(w, side_by_side).tanh():.4f}")
print(f"{torch.dot(w[:2], she) + torch.dot(w[2:], really):.4f}")  # place by place
print(f"{torch.dot(w, torch.cat([really, she])):.4f}")  # the other way round

# %% claim: on-paper
import math

unit = torch.dot(w, side_by_side).item()
swapped = torch.dot(w, torch.cat([really, she])).item()
assert abs(unit - 0.4) < 1e-6 and abs(swapped - 0.1) < 1e-6
assert abs(math.tanh(unit) - 0.3799) < 1e-4
