"""Classes that are counted from zero."""

# %% from-zero
import torch
from torch.nn.functional import cross_entropy

logits = torch.zeros(4, 10)
labels = torch.tensor([3, 7, 10, 1]) - 1  # 0 to 9
print(f"loss {cross_entropy(logits, labels):.3f}")

# %% claim: silent-without-a-ten
_from_one = labels + 1
assert (_from_one == 10).sum() == 1
assert cross_entropy(logits[:3], _from_one[_from_one != 10]).isfinite()
try:
    cross_entropy(logits, _from_one)
except IndexError:
    pass
else:
    raise AssertionError("a ten was accepted")
for _label in range(1, 10):  # counted from one, and nothing is said
    assert cross_entropy(logits[:1], torch.tensor([_label])).isfinite()

# %% claim: places
assert labels.tolist() == [2, 6, 9, 0]
assert abs(cross_entropy(logits, labels) - torch.log(torch.tensor(10.0))) < 1e-6
