"""The attention of the package, a loop without a mask, and torch's own."""

# %% head
import torch

from mygpt import set_seed
from mygpt.attention import Head

torch.set_default_dtype(torch.float64)
set_seed(0)
head = Head(width=8, size=4, context=6)
x = torch.randn(1, 6, 8)  # one sequence, six tokens, eight numbers each
print("in ", tuple(x.shape))
print("out", tuple(head(x).shape))
print("parameters", sum(p.numel() for p in head.parameters()))

# %% claim: three-matrices
n_parameters = sum(p.numel() for p in head.parameters())
assert n_parameters == 3 * 8 * 4
assert tuple(head(x).shape) == (1, 6, 4)

# %% loop
q, k, v = head.query(x)[0], head.key(x)[0], head.value(x)[0]  # (T, D) each
rows = []
for t in range(6):
    seen_k, seen_v = k[: t + 1], v[: t + 1]  # what exists at the time of token t
    weights = (seen_k @ q[t] / 4**0.5).softmax(dim=0)
    rows.append(weights @ seen_v)

loop = torch.stack(rows)
print("the loop agrees:", torch.allclose(loop, head(x)[0], rtol=0, atol=1e-14))

# %% claim: mask-is-the-loop
assert (loop - head(x)[0]).abs().max().item() < 1e-14

# %% ready-made
import torch.nn.functional as F

theirs = F.scaled_dot_product_attention(q, k, v, is_causal=True)
print("torch agrees:", torch.allclose(theirs, head(x)[0], rtol=0, atol=1e-14))

# %% claim: ours-equals-theirs
assert (theirs - head(x)[0]).abs().max().item() < 1e-14
_q, _k, _v = (torch.randn(2, 3, 5, 4) for _ in range(3))
_theirs = F.scaled_dot_product_attention(_q, _k, _v, is_causal=True)
from mygpt.attention import attend, causal_mask

_ours, _ = attend(_q, _k, _v, causal_mask(5))
assert (_theirs - _ours).abs().max().item() < 1e-14
