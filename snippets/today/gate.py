"""The gated feed-forward network in a few lines, beside torch's own SiLU."""

# %% silu
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def silu(x):
    return x / (1 + torch.exp(-x))


for value in (-6.0, -1.0, 0.0, 1.0, 6.0):
    print(f"{value:4.0f} {silu(torch.tensor(value)).item():7.3f}")

# %% claim: silu-is-torchs
_many = torch.linspace(-30, 30, 601)
assert (silu(_many) - F.silu(_many)).abs().max().item() < 1e-14
assert abs(silu(torch.tensor(6.0)).item() - 6) < 0.02
assert abs(silu(torch.tensor(-6.0)).item()) < 0.02

# %% gated


def gated(x, gate, widen, narrow):
    opened = silu(x @ gate.T)  # (T, C) @ (C, F) -> (T, F)
    return opened * (x @ widen.T) @ narrow.T  # (T, F) @ (F, C) -> (T, C)


# %% compare
from mygpt.gated import GatedFeedForward

torch.manual_seed(0)
network, x = GatedFeedForward(width=12, bias=False), torch.randn(7, 12)
ours = gated(x, network.gate.weight, network.widen.weight, network.narrow.weight)
print("inner width:", network.gate.out_features)
print("within 1e-14:", torch.allclose(ours, network(x), rtol=0, atol=1e-14))

# %% claim: gate-by-hand
with torch.no_grad():
    _theirs = F.silu(F.linear(x, network.gate.weight)) * F.linear(
        x, network.widen.weight
    )
    _theirs = F.linear(_theirs, network.narrow.weight)
assert (ours - _theirs).abs().max().item() < 1e-14
assert (ours - network(x)).abs().max().item() < 1e-14
assert network.gate.out_features == 32 == 8 * 12 // 3

# %% size
from mygpt.block import FeedForward


def count(network):
    return sum(parameter.numel() for parameter in network.parameters())


for C in (12, 48, 768):
    two, three = FeedForward(C, bias=False), GatedFeedForward(C, bias=False)
    too_wide = GatedFeedForward(C, hidden=4 * C, bias=False)
    print(f"C = {C:3d}  {count(two):9,}  {count(three):9,}  {count(too_wide):9,}")

# %% claim: eight-thirds-is-as-large
for _C in (12, 48, 768):
    _sizes = [FeedForward(_C, bias=False), GatedFeedForward(_C, bias=False)]
    _sizes.append(GatedFeedForward(_C, hidden=4 * _C, bias=False))
    assert [count(it) for it in _sizes] == [8 * _C**2, 8 * _C**2, 12 * _C**2]
