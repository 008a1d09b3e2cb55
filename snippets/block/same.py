"""Our block and the one of torch, with the same parameters."""

# %% copy
import torch
from torch import nn

from mygpt import set_seed
from mygpt.block import Block

torch.set_default_dtype(torch.float64)
set_seed(0)
ours = Block(width=12, heads=3, context=10)
theirs = nn.TransformerEncoderLayer(
    12, 3, 48, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
)
attention = ours.attention
parts = [attention.query.weight, attention.key.weight, attention.value.weight]
with torch.no_grad():
    theirs.self_attn.in_proj_weight.copy_(torch.cat(parts))
    theirs.self_attn.in_proj_bias.zero_()  # ours has no bias there
    theirs.self_attn.out_proj.weight.copy_(attention.proj.weight)
    theirs.self_attn.out_proj.bias.zero_()
theirs.linear1.load_state_dict(ours.feed_forward.widen.state_dict())
theirs.linear2.load_state_dict(ours.feed_forward.narrow.state_dict())

# %% compare
x = torch.randn(2, 7, 12)
mask = nn.Transformer.generate_square_subsequent_mask(7)
print("the same:", torch.allclose(theirs(x, src_mask=mask), ours(x), atol=1e-12))

# %% claim: a-block-is-torchs-layer
assert (theirs(x, src_mask=mask) - ours(x)).abs().max().item() < 1e-12
assert (theirs(x) - ours(x)).abs().max().item() > 1e-3  # the mask matters
