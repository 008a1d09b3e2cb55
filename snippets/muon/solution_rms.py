"""How long a step is whose singular values are all 1."""

# %% rms
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
sizes = {}
for n, m in ((4, 4), (4, 64), (64, 256)):
    U, _, Vh = torch.linalg.svd(torch.randn(n, m), full_matrices=False)
    step = U @ Vh
    rms = step.square().mean().sqrt().item()
    sizes[n, m] = rms, 0.2 * max(n, m) ** 0.5 * rms
    print(f"{n:3d} by {m:<3d}  norm {step.norm():.2f}  typical entry {rms:.4f}", end="")
    print(f"  times 0.2 root(max) {sizes[n, m][1]:.4f}")

# %% claim: one-over-the-longer-side
for (_n, _m), (_rms, _matched) in sizes.items():
    assert abs(_rms - max(_n, _m) ** -0.5) < 1e-12, (_n, _m, _rms)
    assert abs(_matched - 0.2) < 1e-12, _matched
