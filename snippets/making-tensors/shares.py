"""Shares that ought to add up to one."""

# %% shares
import torch

votes = torch.tensor([2, 3, 5])
shares = torch.zeros_like(votes)
for i in range(3):
    shares[i] = votes[i] / votes.sum()
print(shares)

# %% claim: shares-are-zero
assert shares.tolist() == [0, 0, 0]
assert shares.dtype == torch.int64

# %% cured
shares = torch.zeros_like(votes, dtype=torch.float)
for i in range(3):
    shares[i] = votes[i] / votes.sum()
print(shares)
print(votes / votes.sum())  # no template needed

# %% claim: both-give-the-shares
torch.testing.assert_close(shares, torch.tensor([0.2, 0.3, 0.5]))
assert torch.equal(shares, votes / votes.sum())
