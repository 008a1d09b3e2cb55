"""A loss that has no lowest point."""

# %% no-minimum
import torch
import torch.nn.functional as F

levels = []
for z in (-1.0, -5.0, -10.0):
    loss = F.binary_cross_entropy_with_logits(torch.tensor(z), torch.tensor(0.0)).item()
    levels.append(loss)
    print(f"z = {z:5.0f}  loss {loss:.1e}")

# %% claim: ever-lower-never-zero
assert levels[0] > levels[1] > levels[2] > 0
