"""Heads that share keys and values, in a few lines and in torch."""

# %% by-hand
import torch
import torch.nn.functional as F

from mygpt.attention import attend, causal_mask

torch.set_default_dtype(torch.float64)


def grouped(q, k, v, mask):
    share = q.shape[-3] // k.shape[-3]  # query heads for each key head, H / G
    k = k.repeat_interleave(share, dim=-3)  # (…, G, T, D) -> (…, H, T, D)
    v = v.repeat_interleave(share, dim=-3)
    return attend(q, k, v, mask)[0]


torch.manual_seed(0)
H, G, T, D = 6, 2, 5, 4
q, k, v = torch.randn(H, T, D), torch.randn(G, T, D), torch.randn(G, T, D)
ours = grouped(q, k, v, causal_mask(T))
theirs = F.scaled_dot_product_attention(
    q[None], k[None], v[None], is_causal=True, enable_gqa=True
)[0]
print("within 1e-14:", torch.allclose(ours, theirs, rtol=0, atol=1e-14))

# %% claim: equals-torch
for _groups in (1, 2, 3, 6):
    _k, _v = torch.randn(1, _groups, T, D), torch.randn(1, _groups, T, D)
    _theirs = F.scaled_dot_product_attention(
        q[None], _k, _v, is_causal=True, enable_gqa=True
    )
    _ours = grouped(q[None], _k, _v, causal_mask(T))
    assert (_ours - _theirs).abs().max().item() < 1e-14
assert (ours - theirs).abs().max().item() < 1e-14

# %% cache


def kept(layers, kv_heads, head_size):
    """Count the numbers that are kept of one token."""
    return 2 * layers * kv_heads * head_size  # a key and a value for each head


memory = {}
for heads in (32, 8):
    numbers = kept(layers=32, kv_heads=heads, head_size=128)
    memory[heads] = 2 * numbers * 128_000 / 1e9  # two bytes each, so many tokens
    print(f"{heads:2d} heads of keys: {numbers:7,} a token, {memory[heads]:4.1f} GB")

# %% claim: a-quarter-of-the-memory
from mygpt.attention import KVCache
from mygpt.model import GPT, GPTConfig

gb_all, gb_shared = memory[32], memory[8]
assert gb_all == 4 * gb_shared == 2 * 2 * 32 * 32 * 128 * 128_000 / 1e9
for _groups in (1, 2, 4):
    _cache = KVCache()
    _model = GPT(GPTConfig(17, width=16, heads=4, layers=3, kv_heads=_groups))
    _model(torch.zeros(1, 5, dtype=torch.long), _cache)
    _numbers = sum(it.numel() for pair in _cache.values() for it in pair)
    assert _numbers == 5 * kept(layers=3, kv_heads=_groups, head_size=4)

# %% who
keys = torch.arange(G)  # the two heads of keys, by number
print("in groups:       ", keys.repeat_interleave(H // G).tolist())
print("one after another:", keys.repeat(H // G).tolist())

# %% wrong
shuffled = k.repeat(H // G, 1, 1), v.repeat(H // G, 1, 1)  # (H, T, D), as it should be
wrong = attend(q, *shuffled, causal_mask(T))[0]
print("the same shape:", wrong.shape == theirs.shape)
right = [h + 1 for h in range(H) if torch.allclose(wrong[h], theirs[h])]
print("heads that are right:", right)

# %% claim: right-shape-wrong-groups
assert wrong.shape == theirs.shape
assert right == [1, 3, 4, 6]
_who = keys.repeat(H // G) == keys.repeat_interleave(H // G)
assert [h + 1 for h in range(H) if _who[h]] == right
