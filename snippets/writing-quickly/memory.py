"""What is kept, in bytes: by formula, and counted."""

# %% counted
import torch

from mygpt import set_seed
from mygpt.attention import KVCache
from mygpt.model import GPT, GPTConfig


@torch.no_grad()
def kept_bytes(kv_heads, dtype, tokens):
    """Read some tokens, and count the bytes of all tensors in the cache."""
    set_seed(0)
    config = GPTConfig(17, context=32, width=64, heads=8, layers=3, kv_heads=kv_heads)
    cache = KVCache()
    GPT(config).to(dtype)(torch.zeros(1, tokens, dtype=torch.long), cache)
    return sum(tensor.nbytes for pair in cache.values() for tensor in pair)


L, D = 3, 64 // 8
for G in (8, 4, 2, 1):
    counted = kept_bytes(G, torch.float32, tokens=20)
    formula = 2 * L * G * D * 20 * 4  # four bytes each
    print(f"G = {G}: counted {counted:6,d}, by formula {formula:6,d}")

# %% claim: bytes-by-formula
for _G in (8, 4, 2, 1):
    for _dtype, _size in ((torch.float32, 4), (torch.float64, 8), (torch.bfloat16, 2)):
        for _T in (1, 20, 32):
            assert kept_bytes(_G, _dtype, _T) == 2 * L * _G * D * _T * _size
assert kept_bytes(None, torch.float32, 20) == kept_bytes(8, torch.float32, 20)


# %% llama
def large(kv_heads, tokens):
    """Return the bytes of a cache with the sizes of Llama 3 8B, without its memory."""
    shape = (1, kv_heads, tokens, 128)
    kept = [torch.empty(shape, dtype=torch.bfloat16, device="meta") for _ in range(64)]
    return sum(tensor.nbytes for tensor in kept)  # a key and a value for 32 blocks


for kv_heads in (32, 8, 1):
    one, all_of_them = large(kv_heads, 1), large(kv_heads, 8192)
    print(f"{kv_heads:2d} heads kept: {one // 1024:3d} KiB a token,", end=" ")
    print(f"{all_of_them / 2**30:6.3f} GiB for 8192")

# %% claim: a-quarter-for-llama
assert large(8, 1) == 128 * 1024 == 2 * 32 * 8 * 128 * 2
assert large(8, 8192) == 2**30 and large(32, 8192) == 4 * 2**30
kib, kib_all = large(8, 1) // 1024, large(32, 1) // 1024
long = large(8, 128 * 1024) / 2**30
weights = 2 * 8_030_261_248 / 2**30  # as counted in the chapter on the block
assert long > weights, (long, weights)
