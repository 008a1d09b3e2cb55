"""Wiping a gradient that nobody has computed yet."""

# %% zero raises AttributeError: 'NoneType' object has no attribute 'zero_'
import torch

w = torch.tensor(1.0, requires_grad=True)
print(w.grad)
w.grad.zero_()
