"""A token id that the table does not have."""

# %% out-of-range raises IndexError: index out of range in self
import torch
from torch import nn

embedding = nn.Embedding(10, 3)  # ids 0 to 9
embedding(torch.tensor([1, 10]))
