"""A sigmoid in front of a loss that already has one."""

# %% sigmoid-twice
import torch
import torch.nn.functional as F

print(" logit  y   right   twice")
for logit, target in ((0.0, 1.0), (5.0, 1.0), (20.0, 1.0), (-20.0, 0.0)):
    z, y = torch.tensor(logit), torch.tensor(target)
    right = F.binary_cross_entropy_with_logits(z, y)
    twice = F.binary_cross_entropy_with_logits(torch.sigmoid(z), y)
    print(f"{logit:6.0f} {target:2.0f}  {right:6.4f}  {twice:6.4f}")

# %% claim: floor-under-the-loss
import math

_z = torch.linspace(-60, 60, 241)
_yes = F.binary_cross_entropy_with_logits(
    torch.sigmoid(_z), torch.ones_like(_z), reduction="none"
)
_no = F.binary_cross_entropy_with_logits(
    torch.sigmoid(_z), torch.zeros_like(_z), reduction="none"
)
floor_yes, floor_no = _yes.min().item(), _no.min().item()
assert abs(floor_yes - math.log(1 + math.exp(-1))) < 1e-6, floor_yes
assert abs(floor_no - math.log(2)) < 1e-6, floor_no
assert abs(twice - floor_no) < 1e-6, "as at the logit -20, for a no"
