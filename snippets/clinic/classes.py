"""Classes that are counted from one."""

# %% classes raises IndexError: out of bounds
import torch
from torch.nn.functional import cross_entropy

logits = torch.zeros(4, 10)
labels = torch.tensor([3, 7, 10, 1])  # ten months, January is 1
loss = cross_entropy(logits, labels)
