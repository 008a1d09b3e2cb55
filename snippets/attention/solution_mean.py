"""A query of zeros gives the mean of everything so far."""

# %% mean
import torch

from mygpt.attention import attend, causal_mask

v = torch.tensor([[6.0], [0.0], [3.0], [7.0]])
q = torch.zeros(4, 1)
k = torch.tensor([[5.0], [-1.0], [2.0], [9.0]])  # no matter what
out, attn_weights = attend(q, k, v, causal_mask(4))
print(attn_weights)
print("attention   ", out.flatten())
print("running mean", (v.cumsum(dim=0) / torch.arange(1, 5)[:, None]).flatten())

# %% claim: running-mean
assert torch.allclose(out, v.cumsum(dim=0) / torch.arange(1, 5)[:, None])
