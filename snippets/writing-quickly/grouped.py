"""Several heads of queries that share keys and values."""

# %% loop
import torch
import torch.nn.functional as F

from mygpt import set_seed
from mygpt.attention import attend, causal_mask

set_seed(0)
T, D, H, G = 6, 4, 6, 2  # six heads of queries, two of keys and values
q = torch.randn(H, T, D, dtype=torch.float64)
k, v = torch.randn(2, G, T, D, dtype=torch.float64)
mask = causal_mask(T)

served = [h // (H // G) for h in range(H)]  # the first three by 0, the others by 1
loop = torch.stack([attend(q[h], k[g], v[g], mask)[0] for h, g in enumerate(served)])
print("served by", served, " values", tuple(loop.shape))


# %% same
def share(x):
    """Repeat each head of keys or values for its group: (G, T, D) -> (H, T, D)."""
    return x.repeat_interleave(H // len(x), dim=0)


ours, _ = attend(q, share(k), share(v), mask)
theirs = F.scaled_dot_product_attention(
    q[None], k[None], v[None], is_causal=True, enable_gqa=True
)[0]
print("ours is the loop:", torch.allclose(ours, loop, rtol=0, atol=1e-14))
print("and torch's own: ", torch.allclose(theirs, loop, rtol=0, atol=1e-14))

# %% claim: grouped-is-a-loop
assert (ours - loop).abs().max() < 1e-14 and (theirs - loop).abs().max() < 1e-14
from mygpt.grouped import GroupedHeads as _GroupedHeads

_layer = _GroupedHeads(width=24, heads=6, kv_heads=2, context=6).double()
_x = torch.randn(1, 6, 24, dtype=torch.float64)
_q, _k, _v = (
    it(_x)[0].view(6, -1, 4).transpose(0, 1)
    for it in (_layer.query, _layer.key, _layer.value)
)
_heads = [attend(_q[h], _k[g], _v[g], mask)[0] for h, g in enumerate(served)]
assert torch.allclose(_layer(_x)[0], _layer.proj(torch.cat(_heads, dim=1)), atol=1e-12)

# %% claim: all-or-one
assert torch.equal(share(q), q)  # as many as there are queries
assert all(torch.equal(head, k[1]) for head in share(k[1:]))  # one for all
assert len(share(k[1:])) == H
from mygpt.attention import MultiHead as _MultiHead

_all = _GroupedHeads(width=24, heads=6, kv_heads=6, context=6).double()
_several = _MultiHead(width=24, heads=6, context=6).double()
_several.load_state_dict(_all.state_dict())
assert torch.allclose(_all(_x), _several(_x), rtol=0, atol=1e-14)
_one = _GroupedHeads(width=24, heads=6, kv_heads=1, context=6).double()
_copied = _one.state_dict()
for _name in ("key.weight", "value.weight"):
    _copied[_name] = _copied[_name].repeat(6, 1)  # six heads with the same keys
_several.load_state_dict(_copied)
assert torch.allclose(_one(_x), _several(_x), rtol=0, atol=1e-14)

# %% tiled
tiled = [it.repeat(H // G, 1, 1) for it in (k, v)]  # (H, T, D), too
wrong, _ = attend(q, *tiled, mask)
right = [torch.allclose(wrong[h], loop[h]) for h in range(H)]
print("the same shape:", wrong.shape == loop.shape, " right heads:", right)

# %% claim: tiling-serves-the-wrong
assert wrong.shape == loop.shape
assert right == [True, False, True, True, False, True]  # 0 1 0 1 0 1, not 0 0 0 1 1 1
assert (wrong - loop).abs().max() > 0.1
