"""Each student's scores as shares of the student's own sum."""

# %% keepdim
import torch

scores = torch.tensor([[10.0, 20.0, 30.0], [5.0, 10.0, 15.0]])
sums = scores.sum(dim=1, keepdim=True)
print(tuple(scores.shape), "/", tuple(sums.shape))
print(scores / sums)

# %% claim: rows-add-up-to-one
torch.testing.assert_close((scores / sums).sum(dim=1), torch.ones(2))
assert sums.shape == (2, 1)
