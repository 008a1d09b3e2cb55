"""Ids must be whole numbers, in their type too."""

# %% float raises RuntimeError: scalar types: Long, Int
import torch
from torch import nn

table = nn.Embedding(4, 3)
table(torch.tensor([0.0, 1.0, 2.0]))
