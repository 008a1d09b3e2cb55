"""Four ways to look up one element of each row, and what language models do with it."""

# %% lookups
import torch

torch.manual_seed(0)
log_p = torch.log_softmax(torch.randn(5, 4, dtype=torch.float64), dim=1)
target = torch.tensor([2, 0, 3, 3, 1])  # the right answer of each row

by_loop = torch.stack([log_p[row, column] for row, column in enumerate(target)])
by_gather = torch.gather(log_p, 1, target.unsqueeze(1)).squeeze(1)
by_pairs = log_p[torch.arange(5), target]
by_mask = log_p[torch.arange(4) == target.unsqueeze(1)]

for lookup in (by_loop, by_gather, by_pairs, by_mask):
    print([round(value, 4) for value in lookup.tolist()])

# %% claim: four-are-one
for _lookup in (by_gather, by_pairs, by_mask):
    assert torch.equal(by_loop, _lookup)

# %% loss
import torch.nn.functional as F

print(f"{-by_gather.mean().item():.6f}")
print(f"{F.nll_loss(log_p, target).item():.6f}")

# %% claim: the-loss-is-a-lookup
assert abs(-by_gather.mean() - F.nll_loss(log_p, target)) < 1e-12

# %% table
print(log_p[:, target].shape)

# %% claim: not-a-table
assert log_p[:, target].shape == (5, 5)
assert torch.equal(log_p[:, target].diagonal(), by_pairs)
