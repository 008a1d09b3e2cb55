"""Classes that are counted from zero."""

# %% from-zero
import torch
from torch.nn.functional import cross_entropy

logits = torch.zeros(4, 10)
labels = torch.tensor([3, 7, 10, 1]) - 1  # 0 to 9
print(f"loss {cross_entropy(logits, labels):.3f}")

# %% claim: silent-without-a-ten
for _label in range(1, 10):  # counted from one, and nothing is said
    assert cross_entropy(logits[:1], torch.tensor([_label])).isfinite()

# %% claim: places
assert labels.tolist() == [2, 6, 9, 0]
assert abs(cross_entropy(logits, labels) - torch.log(torch.tensor(10.0))) < 1e-6
