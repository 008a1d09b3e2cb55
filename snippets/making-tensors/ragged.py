"""Rows of different lengths make no tensor."""

# %% two-and-one raises ValueError: expected sequence of length 2 at dim 1 (got 1)
import torch

torch.tensor([[1, 2], [3]])
