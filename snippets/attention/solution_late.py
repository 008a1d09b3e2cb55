"""A mask that comes after the softmax."""

# %% late
import torch

from mygpt.attention import attend, causal_mask

torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(0)
q, k, v = (torch.randn(4, 2, generator=generator) for _ in range(3))
mask = causal_mask(4)


def late(k: torch.Tensor) -> torch.Tensor:
    """Compute weights with everybody, and set some to zero afterwards."""
    return (q @ k.T / 2**0.5).softmax(dim=-1) * mask


changed = k.clone()
changed[3] = torch.tensor([3.0, -3.0])  # another last token
moved = (late(changed) - late(k))[:3].abs().max().item()
print("sums of the rows", late(k).sum(dim=-1).round(decimals=2))
print(f"weights of the first three tokens moved by {moved:.2f}")

# %% cure
cured = late(k) / late(k).sum(dim=-1, keepdim=True)
_, attn_weights = attend(q, k, v, mask)
print("divided by their sum:", torch.allclose(cured, attn_weights))

# %% claim: late-leaks
assert moved > 0.05
assert (late(k).sum(dim=-1)[:3] < 0.99).all()
assert torch.allclose(cured, attn_weights, atol=1e-12)
