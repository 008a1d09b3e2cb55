"""What a head can know about the order of its tokens."""

# %% permuted
import torch

from mygpt import set_seed
from mygpt.attention import Head

torch.set_default_dtype(torch.float64)
set_seed(0)
head = Head(width=8, size=8, context=5)
x = torch.randn(1, 5, 8)
order = torch.tensor([2, 0, 3, 1, 4])  # the last one stays the last

open_head = Head(width=8, size=8, context=5)
open_head.load_state_dict(head.state_dict())
open_head.mask.fill_(True)
y, z = open_head(x), head(x)  # without and with the mask
y_permuted, z_permuted = open_head(x[:, order]), head(x[:, order])
print("no mask, all tokens:", torch.allclose(y_permuted, y[:, order]))
print("mask, all tokens:   ", torch.allclose(z_permuted, z[:, order]))
print("mask, last token:   ", torch.allclose(z_permuted[:, -1], z[:, -1]))
positions = torch.randn(5, 8)
here, there = head(x + positions), head(x[:, order] + positions)
print("with positions:     ", torch.allclose(there[:, -1], here[:, -1]))

# %% claim: blind-to-order
assert torch.allclose(y_permuted, y[:, order], atol=1e-12)
assert not torch.allclose(z_permuted, z[:, order])
assert torch.allclose(z_permuted[:, -1], z[:, -1], atol=1e-12)
assert not torch.allclose(there[:, -1], here[:, -1])

# %% claim: not-in-bits
_gaps = []
for _seed in range(20):
    set_seed(_seed)
    _x = torch.randn(1, 5, 8)
    _gap = (open_head(_x[:, order]) - open_head(_x)[:, order]).abs().max().item()
    _gaps.append(_gap)
assert 0 < max(_gaps) < 1e-14, _gaps
