"""Cross-entropy on logits that no logit can break."""

# %% stable
import torch
import torch.nn.functional as F


def stable(z, y):
    return torch.relu(z) - z * y + torch.log1p(torch.exp(-z.abs()))


z = torch.tensor([-200.0, -17.0, -1.0, 0.0, 1.0, 17.0, 200.0])
for target in (0.0, 1.0):
    y = torch.full_like(z, target)
    print(f"y={target:.0f}", [round(loss, 4) for loss in stable(z, y).tolist()])

# %% claim: equals-torch-everywhere
_z = torch.linspace(-200, 200, 4001)
for _target in (0.0, 1.0):
    _y = torch.full_like(_z, _target)
    _theirs = F.binary_cross_entropy_with_logits(_z, _y, reduction="none")
    assert torch.allclose(stable(_z, _y), _theirs, atol=1e-6)
    assert stable(_z, _y).isfinite().all()
