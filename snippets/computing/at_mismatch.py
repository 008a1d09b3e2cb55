"""Three columns on the left, two rows on the right."""

# %% two-by-three raises RuntimeError: shapes cannot be multiplied
import torch

A = torch.tensor([[1, 2, 3], [4, 5, 6]])
A @ A
