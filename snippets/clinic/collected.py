"""Losses that are collected as numbers."""

# %% collected raises RuntimeError: does not require grad
import torch
from torch.nn.functional import mse_loss

w = torch.tensor(1.0, requires_grad=True)
losses = []
for x, y in ((1.0, 2.0), (2.0, 4.0), (3.0, 6.0)):
    losses.append(mse_loss(w * x, torch.tensor(y)).item())
loss = torch.tensor(losses).mean()
print(f"loss {loss:.3f}")
loss.backward()
