"""Exercise: the cache of a model that is given by its sizes."""

# %% bytes
blocks, heads, kept_heads, width, size = 24, 16, 4, 2048, 2  # two bytes a number
per_token = 2 * blocks * kept_heads * (width // heads) * size
print(f"{per_token:,} bytes a token, {per_token * 1000 / 10**6:.0f} MB for 1000")

# %% claim: forty-nine-thousand
import torch

_kept = torch.empty(2, blocks, kept_heads, width // heads, dtype=torch.bfloat16)
assert per_token == _kept.nbytes == 49_152
