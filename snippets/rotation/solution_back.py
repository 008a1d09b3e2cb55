"""Exercise: values that are turned, and outputs that are turned back."""

# %% back
import torch

from mygpt.attention import attend, causal_mask
from mygpt.rotary import rotate

chance = torch.Generator().manual_seed(0)
q, k, v = torch.randn(3, 6, 8, generator=chance, dtype=torch.float64)  # (T, D) each


def outputs(first):
    """Turn queries, keys and values, and turn each output back by its own place."""
    turned = [rotate(it, first) for it in (q, k, v)]
    out, _ = attend(*turned, causal_mask(6))
    return torch.cat([rotate(out[t : t + 1], -(first + t)) for t in range(6)])


print("the place does not matter:", torch.allclose(outputs(0), outputs(100)))

# %% claim: only-the-distance-is-left
plain, _ = attend(rotate(q), rotate(k), v, causal_mask(6))
assert (outputs(0) - outputs(100)).abs().max() < 1e-13
assert (outputs(0) - plain).abs().max() > 0.5  # relative, but another head than without
