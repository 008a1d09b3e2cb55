"""Classes that are counted from zero."""

# %% from-zero
import torch
from torch.nn.functional import cross_entropy

logits = torch.zeros(4, 10)
labels = torch.tensor([3, 7, 10, 1]) - 1  # 0 to 9
print(f"loss {cross_entropy(logits, labels):.3f}")

# %% claim: places
import math

assert labels.tolist() == [2, 6, 9, 0]
assert abs(cross_entropy(logits, labels).item() - math.log(10)) < 1e-6
