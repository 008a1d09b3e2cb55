"""Two rows for LayerNorm on paper."""

# %% rows
import torch
from torch import nn

rows = torch.tensor([[0.0, 0.0, 6.0, 6.0], [10.0, 10.0, 10.0, 50.0]])
print(nn.LayerNorm(4)(rows).detach())

# %% claim: as-derived
_expected = torch.tensor([[-1.0, -1, 1, 1], [-1 / 3**0.5] * 3 + [3**0.5]])
assert torch.allclose(nn.LayerNorm(4)(rows), _expected, atol=1e-4)
