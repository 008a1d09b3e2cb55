"""A whole number cannot be a parameter."""

# %% three raises RuntimeError: Only Tensors of floating point
import torch

w = torch.tensor([3], requires_grad=True)
