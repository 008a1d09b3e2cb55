"""A prompt read in pieces, with the right rows of the mask and with the first ones."""

# %% set-up
import torch

from mygpt import set_seed
from mygpt.attention import KVCache, attend, causal_mask

set_seed(0)
q, k, v = torch.randn(3, 1, 1, 12, 8, dtype=torch.float64)  # (B, H, T, D) each
mask = causal_mask(12)
whole, _ = attend(q, k, v, mask)


def in_pieces(size, rows):
    """Read so many tokens at once; rows says which rows of the mask they get."""
    cache, out = KVCache(), []
    for at in range(0, 12, size):
        new = slice(at, at + size)
        keys, values = cache.extend("layer", k[:, :, new], v[:, :, new])
        out.append(attend(q[:, :, new], keys, values, rows(at, size))[0])
    return torch.cat(out, dim=2)


# %% pieces
alike = {}
for size in (1, 3, 12):
    right = in_pieces(size, lambda at, size: mask[at : at + size, : at + size])
    wrong = in_pieces(size, lambda at, size: mask[:size, : at + size])
    alike[size] = tuple(torch.allclose(it, whole) for it in (right, wrong))
    print(f"pieces of {size:2d}: as the whole", alike[size][0], end="  ")
    print("with the first rows", alike[size][1])

# %% claim: rows-of-the-new
assert alike == {1: (True, False), 3: (True, False), 12: (True, True)}
for _size in (1, 2, 3, 4, 6, 12):
    _right = in_pieces(_size, lambda at, size: mask[at : at + size, : at + size])
    _wrong = in_pieces(_size, lambda at, size: mask[:size, : at + size])
    assert (_right - whole).abs().max() < 1e-14
    assert (_wrong - whole).abs().max() > 0.1 or _size == 12
_first = in_pieces(3, lambda at, size: mask[:size, : at + size])
_k, _v = k[:, :, :3], v[:, :, :3]  # all that the wrong rows let anybody see
assert torch.equal(_first[:, :, 3:6], attend(q[:, :, 3:6], _k, _v, mask[:3, :3])[0])
