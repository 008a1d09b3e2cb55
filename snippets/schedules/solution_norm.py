"""One norm for two parameters."""

# %% norm
import torch

W = torch.zeros(2, dtype=torch.float64, requires_grad=True)
b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
W.grad = torch.tensor([2.0, 3.0], dtype=torch.float64)
b.grad = torch.tensor([6.0], dtype=torch.float64)

norm = torch.nn.utils.clip_grad_norm_([W, b], max_norm=3.5).item()
print(f"norm {norm}   clipped {W.grad[0]:.4f} {W.grad[1]:.4f} {b.grad[0]:.4f}")

# %% claim: half-of-everything
_clipped = [*W.grad.tolist(), *b.grad.tolist()]
assert norm == 7.0
assert all(abs(a - b) < 1e-5 for a, b in zip(_clipped, [1, 1.5, 3], strict=True))
