"""What fewer heads of keys and values save."""

# %% saved
import torch
from torch.utils.flop_counter import FlopCounterMode

from mygpt.attention import KVCache
from mygpt.grouped import GroupedHeads

C, H, T = 64, 8, 100
rows = {}
for G in (8, 4, 1):
    layer, cache = GroupedHeads(C, H, G, context=T), KVCache()
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        layer(torch.zeros(1, T, C), cache)
    weights = sum(parameter.numel() for parameter in layer.parameters())
    scores = counter.get_total_flops() - 2 * weights * T
    rows[G] = weights, scores, sum(tensor.nbytes for tensor in cache[layer])
    print(f"G = {G}: weights {rows[G][0]:6,d}, for scores and means", end=" ")
    print(f"{rows[G][1]:9,d} operations, cache {rows[G][2]:6,d} bytes")

# %% claim: bytes-not-scores
assert {scores for _, scores, _ in rows.values()} == {4 * T * T * C}
for _G, (_weights, _, _bytes) in rows.items():
    assert _bytes == rows[8][2] * _G // 8
    assert _weights == 2 * C * C + 2 * C * C * _G // 8  # query and proj stay
