"""The word `and` wants one answer, and a mask has many."""

# %% and raises RuntimeError: Boolean value of Tensor with more than one value
import torch

x = torch.arange(8)
x[x > 1 and x < 6]
