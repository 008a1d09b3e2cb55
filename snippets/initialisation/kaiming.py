"""Kaiming's initialisation by hand, and what it does for ReLU."""

# %% by-hand
import torch
from torch import nn


def kaiming_normal(n_outputs, n_inputs):
    return torch.randn(n_outputs, n_inputs) * (2 / n_inputs) ** 0.5


torch.manual_seed(0)
ours = kaiming_normal(32, 64)
torch.manual_seed(0)
theirs = nn.init.kaiming_normal_(torch.empty(32, 64), nonlinearity="relu")
print("the same matrix:", torch.equal(ours, theirs))

# %% claim: ours-equals-theirs
for _seed, _size in enumerate([(32, 64), (1, 3), (5, 100), (10, 784)]):
    torch.manual_seed(_seed)
    _ours = kaiming_normal(*_size)
    torch.manual_seed(_seed)
    _theirs = nn.init.kaiming_normal_(torch.empty(_size), nonlinearity="relu")
    assert torch.allclose(_ours, _theirs, rtol=1e-6), _size

# %% relu-ladder
generator = torch.Generator().manual_seed(0)
settings = {"generator": generator, "dtype": torch.float64}
ends = {}
for gain in (1.0, 2**0.5, 2.0):
    generator.manual_seed(0)
    x = torch.randn(100, 256, **settings)
    for _ in range(20):
        x = torch.relu(x @ torch.randn(256, 256, **settings) * gain / 16)
    ends[gain] = (x**2).mean().sqrt().item()
    print(f"gain {gain:.3f}: after 20 ReLU layers the signal is {ends[gain]:.1e}")

# %% claim: root-two-keeps-it
assert 0.5e-3 < ends[1.0] < 2e-3 and 0.5 < ends[2**0.5] < 2, ends
assert 500 < ends[2.0] < 2000, ends
