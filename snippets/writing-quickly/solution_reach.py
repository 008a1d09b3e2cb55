"""Exercise: how far back a sliding window reaches in one block and in three."""

# %% reach
import torch

from mygpt import set_seed
from mygpt.model import GPT, GPTConfig

WINDOW, TEXT = 4, 16
ids = torch.randint(16, (1, TEXT), generator=torch.Generator().manual_seed(0))
reach = {}
for layers in (1, 2, 3):
    set_seed(0)
    model = GPT(GPTConfig(17, TEXT, layers=layers, positions="rotary")).double()
    for block in model.blocks:
        block.attention.mask.triu_(1 - WINDOW)
    last, noticed = model(ids)[0, -1], []
    for t in range(TEXT):
        changed = ids.clone()
        changed[0, t] = 16  # a token that stands nowhere else
        noticed.append(not torch.equal(model(changed)[0, -1], last))
    reach[layers] = sum(noticed)
    print(f"{layers} blocks: the last {reach[layers]} tokens are noticed:", end=" ")
    print(noticed == [False] * (TEXT - reach[layers]) + [True] * reach[layers])

# %% claim: three-more-with-each-block
assert reach == {layers: layers * (WINDOW - 1) + 1 for layers in (1, 2, 3)}
assert noticed == [False] * 6 + [True] * 10
