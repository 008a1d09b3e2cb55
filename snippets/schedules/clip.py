"""The norm of a gradient, and what is left of it after clipping."""

# %% by-hand
import torch

w = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
b = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)


def backward():
    w.grad = b.grad = None
    (3 * w + 4 * b).backward()  # gradients 3 and 4


backward()
norm = (w.grad**2 + b.grad**2).sqrt().item()
factor = min(1.0, 1.0 / norm)
by_hand = [factor * w.grad.item(), factor * b.grad.item()]
print(f"norm {norm}   factor {factor}   clipped {by_hand[0]:.4f} {by_hand[1]:.4f}")

# %% torch
returned = torch.nn.utils.clip_grad_norm_([w, b], max_norm=1.0).item()
clipped = [w.grad.item(), b.grad.item()]
print(f"torch: norm before {returned}, clipped {clipped[0]:.4f} {clipped[1]:.4f}")

# %% claim: as-by-hand
_long = [torch.tensor(g, dtype=torch.float64, requires_grad=True) for g in (0.3, 0.4)]
sum(it**2 / 2 for it in _long).backward()
torch.nn.utils.clip_grad_norm_(_long, max_norm=1.0)
assert [it.grad.item() for it in _long] == [0.3, 0.4]
assert norm == returned == 5.0, (norm, returned)
assert all(abs(a - b) < 1e-6 for a, b in zip(by_hand, clipped, strict=True))

# %% each-alone
backward()
torch.nn.utils.clip_grad_value_([w, b], clip_value=1.0)
print("each at most 1: ", [w.grad.item(), b.grad.item()])

# %% claim: another-direction
assert w.grad.item() == b.grad.item() == 1.0
