"""Several heads at once, one after the other, and cut wrongly."""

# %% loop
import torch

from mygpt import set_seed
from mygpt.attention import MultiHead, attend, causal_mask

torch.set_default_dtype(torch.float64)
set_seed(0)
attention = MultiHead(width=8, heads=2, context=6)
x = torch.randn(1, 6, 8)
q, k, v = attention.query(x), attention.key(x), attention.value(x)  # (1, 6, 8) each

found = []
for part in (slice(0, 4), slice(4, 8)):  # the columns of head 1, then of head 2
    out, _ = attend(q[..., part], k[..., part], v[..., part], causal_mask(6))
    found.append(out)  # (1, 6, 4)

loop = attention.proj(torch.cat(found, dim=-1))  # side by side, then mixed
print("the same:", torch.allclose(loop, attention(x), rtol=0, atol=1e-14))

# %% claim: heads-are-a-loop
assert (loop - attention(x)).abs().max().item() < 1e-14

# %% claim: four-matrices
n_parameters = sum(p.numel() for p in attention.parameters())
assert n_parameters == 4 * 8 * 8

# %% cut
tokens = torch.arange(1, 5)[:, None] * 10 + torch.arange(4)  # (T, C) = (4, 4)
print("four tokens of four numbers")
print(tokens)
print("head 1, cut with transpose")
print(tokens.view(4, 2, 2).transpose(0, 1)[0])  # (T, H, D) -> (H, T, D)
print("head 1, cut by view alone")
print(tokens.view(2, 4, 2)[0])

# %% claim: view-alone-mixes-tokens
assert tokens.view(4, 2, 2).transpose(0, 1)[0].tolist() == tokens[:, :2].tolist()
assert set((tokens.view(2, 4, 2)[0] // 10).flatten().tolist()) == {1, 2}
assert tokens.view(2, 4, 2).shape == tokens.view(4, 2, 2).transpose(0, 1).shape

# %% wrong
from torch import Tensor


class WronglyCut(MultiHead):
    """Cut into heads by view, and put together by view: no shape is wrong."""

    def forward(self, x: Tensor) -> Tensor:
        B, T, C = x.shape
        shape = B, self.heads, T, C // self.heads
        q, k, v = (f(x).view(shape) for f in (self.query, self.key, self.value))
        out, _ = attend(q, k, v, self.mask[:T, :T])
        return self.proj(out.reshape(B, T, C))


# %% hearing
wrong = WronglyCut(width=8, heads=2, context=6)
wrong.load_state_dict(attention.state_dict())
for place in (0, 4):
    changed = x.clone()
    changed[0, place] = torch.randn(8)  # another token
    for name, layer in (("with transpose", attention), ("by view alone ", wrong)):
        moved = (layer(changed) - layer(x)).abs().amax(dim=-1)[0] > 0
        notice = [token + 1 for token in range(6) if moved[token]]
        print(f"token {place + 1} changed, {name}: noticed by {notice}")

# %% claim: half-deaf-and-no-leak
_first, _fifth = x.clone(), x.clone()
_first[0, 0] += 1
_fifth[0, 4] += 1
_seen = []
for _layer in (attention, wrong):
    for _changed in (_first, _fifth):
        _moved = (_layer(_changed) - _layer(x)).abs().amax(dim=-1)[0] > 0
        _seen.append((_moved.nonzero()[:, 0] + 1).tolist())
assert _seen == [[1, 2, 3, 4, 5, 6], [5, 6], [1, 2, 3], [5, 6]], _seen
