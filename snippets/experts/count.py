"""Parameters that are there, and parameters that one token uses."""

# %% formula
import torch
from torch import nn

from mygpt.block import FeedForward

C, E, k = 32, 4, 1
one = 8 * C * C + 5 * C  # a feed-forward network of width C
total, active = E * one + E * C, k * one + E * C
print(f"total {total:,}, active {active:,}")

experts = [FeedForward(C) for _ in range(E)]
router = nn.Linear(C, E, bias=False)
counted = sum(p.numel() for part in (*experts, router) for p in part.parameters())
print(f"counted {counted:,}")

# %% used
x = torch.randn(1, C)
p, chosen = router(x).softmax(dim=-1).max(dim=-1)
(p * experts[chosen](x)).sum().backward()  # one token goes through one expert
touched = [p for part in (*experts, router) for p in part.parameters()]
used = sum(p.numel() for p in touched if p.grad is not None)
print(f"parameters with a gradient after one token {used:,}")

# %% claim: formula-is-count
assert total == counted == 33_536 and active == used == 8_480

# %% mixtral
layers, width, inner, vocabulary, n_experts = 32, 4096, 14_336, 32_000, 8
attention = 2 * width * width + 2 * width * 1024  # keys and values for 8 of 32 heads
rest = attention + 2 * width + n_experts * width  # with two norms and a router
ends = 2 * vocabulary * width + width  # embedding, output layer, last norm
for many in (8, 2):
    n = layers * (rest + many * 3 * width * inner) + ends
    print(f"{many} experts of 8: {n / 1e9:.1f} billion")

# %% claim: as-published
_all, _two = (layers * (rest + m * 3 * width * inner) + ends for m in (8, 2))
assert round(_all / 1e9) == 47 and round(_two / 1e9) == 13
assert _all < 0.9 * 8 * 7e9
share = _two / _all
