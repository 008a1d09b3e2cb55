"""Dropout: which values come out, how often, and what the mean is."""

# %% two-modes
import torch
from torch import nn

torch.manual_seed(0)
dropout = nn.Dropout(p=0.5)
x = torch.ones(1, 10)

dropout.train()
print("train: values that occur", dropout(x).unique().tolist())
dropout.eval()
print("eval:  ", dropout(x))

dropout.train()
values = dropout(torch.ones(1, 1000)).unique().tolist()

# %% claim: zero-or-two
assert values == [0.0, 2.0], values

# %% claim: eval-is-identity
dropout.eval()
assert torch.equal(dropout(x), x)
assert list(dropout.parameters()) == []


# %% by-hand
def dropout_by_hand(x, p, training):
    if not training or p == 0:
        return x
    keep = torch.empty_like(x).bernoulli_(1 - p)  # 1 with probability 1 - p
    return x * (keep / (1 - p))


x = torch.linspace(1, 2, 1000)
torch.manual_seed(0)
ours = dropout_by_hand(x, 0.25, training=True)
torch.manual_seed(0)
theirs = nn.Dropout(0.25)(x)
print("the same places:", torch.equal(ours == 0, theirs == 0))
print("the same numbers:", torch.equal(ours, theirs))

# %% claim: ours-equals-theirs
for _seed, _p in enumerate([0.1, 0.25, 0.3, 0.5, 0.9]):
    for _x in (x, x.double()):
        torch.manual_seed(_seed)
        _ours = dropout_by_hand(_x, _p, training=True)
        torch.manual_seed(_seed)
        assert torch.equal(_ours, nn.Dropout(_p)(_x)), _p
assert torch.equal(dropout_by_hand(x, 0.25, training=False), x)

# %% claim: at-one-ours-fails
assert nn.Dropout(1.0)(x).eq(0).all()
assert dropout_by_hand(x, 1.0, training=True).isnan().all()

# %% many
torch.manual_seed(0)
print("   p   dropped   others become   mean")
shares, means = [], []
for p in (0.1, 0.25, 0.5, 0.8):
    out = nn.Dropout(p)(torch.ones(100_000))
    shares.append((out == 0).double().mean().item())
    means.append(out.double().mean().item())
    print(f"{p:4.2f}   {shares[-1]:7.2f}   {out.max():13.2f}   {means[-1]:4.1f}")

# %% claim: mean-stays
for _p, _share, _mean in zip((0.1, 0.25, 0.5, 0.8), shares, means, strict=True):
    assert abs(_share - _p) < 0.01, (_p, _share)
    assert abs(_mean - 1) < 0.03, (_p, _mean)
