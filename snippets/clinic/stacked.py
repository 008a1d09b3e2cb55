"""Losses that are collected with their history."""

# %% stacked
import torch
from torch.nn.functional import mse_loss

w = torch.tensor(1.0, requires_grad=True)
losses = []
for x, y in ((1.0, 2.0), (2.0, 4.0), (3.0, 6.0)):
    losses.append(mse_loss(w * x, torch.tensor(y)))
loss = torch.stack(losses).mean()
loss.backward()
print(f"loss {loss.item():.3f}  slope {w.grad:.3f}")

# %% claim: slope-is-back
assert abs(w.grad.item() + 2 * (1 + 4 + 9) / 3) < 1e-5
