"""Four ways to look up one element of each row, and what language models do with it."""

# %% lookups
import torch

# In each row, the probabilities that were given to four words.
p = torch.tensor(
    [
        [0.1, 0.2, 0.5, 0.2],
        [0.8, 0.1, 0.1, 0.0],
        [0.3, 0.3, 0.2, 0.2],
        [0.1, 0.1, 0.1, 0.7],
        [0.4, 0.4, 0.1, 0.1],
    ]
)
target = torch.tensor([2, 0, 3, 3, 1])  # the word that was right, in each row

by_loop = torch.stack([p[row, column] for row, column in enumerate(target)])
by_gather = torch.gather(p, 1, target.unsqueeze(1)).squeeze(1)
by_pairs = p[torch.arange(5), target]
by_mask = p[torch.arange(4) == target.unsqueeze(1)]

for lookup in (by_loop, by_gather, by_pairs, by_mask):
    print(lookup)

# %% claim: four-are-one
for _lookup in (by_gather, by_pairs, by_mask):
    assert torch.equal(by_loop, _lookup)
for _seed in range(10):
    torch.manual_seed(_seed)
    _p, _target = torch.rand(7, 3), torch.randint(3, (7,))
    _loop = torch.stack([_p[row, column] for row, column in enumerate(_target)])
    assert torch.equal(_loop, torch.gather(_p, 1, _target.unsqueeze(1)).squeeze(1))
    assert torch.equal(_loop, _p[torch.arange(7), _target])
    assert torch.equal(_loop, _p[torch.arange(3) == _target.unsqueeze(1)])

# %% loss
import torch.nn.functional as F

print(f"{-by_gather.log().mean().item():.4f}")
print(f"{F.nll_loss(p.log(), target).item():.4f}")

# %% claim: the-loss-is-a-lookup
assert abs(-by_gather.log().mean() - F.nll_loss(p.log(), target)) < 1e-6
for _seed in range(10):
    torch.manual_seed(_seed)
    _log_p = torch.rand(7, 3, dtype=torch.float64).log()
    _target = torch.randint(3, (7,))
    _mean = -_log_p.gather(1, _target.unsqueeze(1)).mean()
    assert abs(_mean - F.nll_loss(_log_p, _target)) < 1e-12

# %% table
print(p[:, target].shape)

# %% claim: not-a-table
assert p[:, target].shape == (5, 5)
assert torch.equal(p[:, target].diagonal(), by_pairs)
assert abs(p[:, target].log().clamp(min=-9).mean() - by_pairs.log().mean()) > 0.1
