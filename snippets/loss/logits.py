"""Binary cross-entropy: from a logit to a probability to a loss."""

# %% formula
import torch

z = torch.tensor([0.0, 2.0, 2.0, -3.0])  # logits: any numbers
y = torch.tensor([1.0, 1.0, 0.0, 0.0])  # targets: yes or no

p = 1 / (1 + torch.exp(-z))  # the sigmoid
loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p))

print("   z  y      p    loss")
for row in torch.stack([z, y, p, loss], dim=1).tolist():
    print("{:4.0f} {:2.0f} {:6.4f}  {:6.4f}".format(*row))
print(f"mean {loss.mean().item():.4f}")

# %% ready-made
import torch.nn.functional as F

print(f"{F.binary_cross_entropy_with_logits(z, y).item():.4f}")

# %% claim: formula-is-torch
assert abs(loss.mean() - F.binary_cross_entropy_with_logits(z, y)) < 1e-6
loss_unsure = loss[0].item()

# %% claim: paper-agrees
import math

on_paper = [math.log(2), math.log(1 + math.exp(-2)), math.log(1 + math.exp(2))]
for _a, _b in zip(on_paper, loss.tolist(), strict=False):
    assert abs(_a - _b) < 1e-6, (_a, _b)

# %% slope
z = z.requires_grad_()
F.binary_cross_entropy_with_logits(z, y, reduction="sum").backward()

print("from autograd", [round(g, 4) for g in z.grad.tolist()])
print("p - y        ", [round(g, 4) for g in (p - y).tolist()])

# %% claim: slope-is-p-minus-y
assert torch.allclose(z.grad, p - y, atol=1e-6), z.grad
assert z.grad.abs().max() < 1
