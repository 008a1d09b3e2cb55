"""The loss of the five-to-three problem, entry by entry."""

# %% entries
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x, y = torch.ones(5), torch.zeros(3)
w, b = torch.randn(5, 3), torch.randn(3)
z = x @ w + b

p = 1 / (1 + torch.exp(-z))
entries = -(y * torch.log(p) + (1 - y) * torch.log(1 - p))
print("sigmoid", [round(value, 4) for value in p.tolist()])
print("entries", [round(value, 4) for value in entries.tolist()])
print(f"mean    {entries.mean().item():.6f}")
print(f"torch   {F.binary_cross_entropy_with_logits(z, y).item():.6f}")

# %% claim: mean-is-torch
assert abs(entries.mean() - F.binary_cross_entropy_with_logits(z, y)) < 1e-6
