"""Six operations for each parameter and token, counted."""

# %% six
import torch
from torch.utils.flop_counter import FlopCounterMode

from mygpt.model import GPT, GPTConfig

ratios = {}
for width in (32, 128, 512):
    model = GPT(GPTConfig(vocab_size=256, context=32, width=width))
    N = sum(p.numel() for p in model.parameters())
    ids = torch.zeros(1, 32, dtype=torch.long)  # 32 tokens
    with FlopCounterMode(display=False) as forward:
        loss = model(ids).logsumexp(dim=-1).mean()
    with FlopCounterMode(display=False) as backward:
        loss.backward()
    there, back = forward.get_total_flops(), backward.get_total_flops()
    ratios[width] = there / N / 32, back / N / 32
    print(
        f"width {width:3}: {N:9,} parameters, for each of them and each token", end=""
    )
    print(f" {there / N / 32:.1f} forward, {back / N / 32:.1f} backward")

# %% claim: two-and-four
first, last = ratios[32], ratios[512]
assert abs(last[0] - 2) < 0.2 and abs(last[1] - 4) < 0.4, ratios
assert sum(first) < sum(ratios[128]) < sum(last) < 6
