"""What comes of turning the values, too."""

# %% moved
import torch

from mygpt.attention import attend, causal_mask
from mygpt.rotary import rotate

chance = torch.Generator().manual_seed(0)
q, k, v = torch.randn(3, 6, 8, generator=chance, dtype=torch.float64)  # (T, D) each


def outputs(first, turn_values):
    """Attend over six tokens, the first of which stands at this place."""
    values = rotate(v, first) if turn_values else v
    return attend(rotate(q, first), rotate(k, first), values, causal_mask(6))[0]


for turn_values in (False, True):
    moved = (outputs(100, turn_values) - outputs(0, turn_values)).abs().max()
    print(f"values turned: {turn_values!s:5}  outputs move:", end=" ")
    print("by less than 1e-13" if moved < 1e-13 else f"by up to {moved:.1f}")

# %% claim: turned-values-tell-the-place
for _first in (1, 10, 100, 1000):
    assert (outputs(_first, False) - outputs(0, False)).abs().max() < 1e-13
    assert (outputs(_first, True) - outputs(0, True)).abs().max() > 0.5
