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
print("the same matrix:", torch.allclose(ours, theirs))

# %% claim: ours-equals-theirs
assert torch.allclose(ours, theirs)

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
assert ends[1.0] < 0.01 and 0.3 < ends[2**0.5] < 3 and ends[2.0] > 100, ends
