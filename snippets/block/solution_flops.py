"""Operations per token, by formula and counted by torch."""

# %% count
import torch
from torch.utils.flop_counter import FlopCounterMode

from mygpt.block import Block

C, T = 32, 16
block = Block(width=C, heads=2, context=T)
with FlopCounterMode(display=False) as counter:
    block(torch.zeros(1, T, C))
counted = counter.get_total_flops()
matrices = 2 * T * 12 * C**2  # a multiplication and an addition for each weight
pairs = 2 * T * T * C + 2 * T * T * C  # scores, and the means of the values
print(f"counted {counted:,}")
print(f"formula {matrices:,} + {pairs:,} = {matrices + pairs:,}")

# %% claim: flops-by-formula
assert counted == matrices + pairs
