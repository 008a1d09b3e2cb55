"""RMSNorm of (1, 7), by hand, and of a hundred times as much."""

# %% norm
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
x = torch.tensor([1.0, 7.0])
for factor in (1, 100, -1):
    out = F.rms_norm(factor * x, (2,), eps=1e-5)
    print(f"{factor:4d} times", [round(it, 3) for it in out.tolist()])

# %% claim: only-the-direction
_one = F.rms_norm(x, (2,), eps=1e-5)
assert (_one - torch.tensor([0.2, 1.4])).abs().max().item() < 1e-6
assert torch.allclose(F.rms_norm(100 * x, (2,), eps=1e-5), _one, atol=1e-6)
assert torch.allclose(out, -_one) and factor == -1
