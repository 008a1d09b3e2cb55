"""What tutorials print of layers, and what a run prints."""

# %% softmax
import torch
import torch.nn.functional as F

logits = torch.tensor([[1.0, 3.0, 0.5, 1.5], [-1.0, 2.0, 1.0, 0.0]])
for row in logits.softmax(dim=-1).tolist():
    print("  ".join(f"{p:.4f}" for p in row))

# %% gelu
low, high = F.gelu(torch.tensor([-0.5, 0.5])).tolist()
print(f"gelu(-0.5) = {low:.4f}, gelu(0.5) = {high:.4f}")

# %% norm
normed = F.layer_norm(torch.tensor([1.0, 2.0, 3.0]), (3,))
sample = normed.std().item()
population = normed.std(correction=0).item()
print(f"std {sample:.4f}, with n in the denominator {population:.4f}")

# %% slice
W = torch.ones(1, 1, requires_grad=True)
y_hat = torch.ones(10, 1) @ W + 1.0
print(type(y_hat.grad_fn).__name__, type(y_hat[:3].grad_fn).__name__)

# %% stored
weight = torch.nn.Linear(4096, 14336, bias=False, device="meta").weight
millions = weight.numel() / 1e6
print(tuple(weight.shape), f"{millions:.1f} million")

# %% claim: rows-sum-to-one
assert torch.allclose(logits.softmax(dim=-1).sum(dim=-1), torch.ones(2))
_said, _first = (0.1150, 0.6558, 0.0543, 0.1749), logits.softmax(dim=-1)[0].tolist()
assert abs(sum(_said) - 1) < 1e-4 and abs(sum(row) - 1) < 1e-6
assert logits[0].tolist() == [1, 3, 0.5, 1.5]
assert max(abs(_p - _q) for _p, _q in zip(_said, _first, strict=True)) > 1e-3

# %% claim: two-kinds-of-std
assert sample > 1.2
assert abs(population - 1) < 1e-3

# %% claim: stored-out-in
assert tuple(weight.shape) == (14336, 4096)
assert 50 < millions < 60
