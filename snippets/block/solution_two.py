"""The parameters of a block of width 2."""

# %% two
from mygpt.block import Block

block = Block(width=2, heads=1, context=4)
for name, parameter in block.named_parameters():
    print(f"{name:27} {tuple(parameter.shape)!s:7} {parameter.numel():3d}")
total = sum(p.numel() for p in block.parameters())
print("together", total)

# %% claim: sixty-six
assert total == 66 == 12 * 2**2 + 9 * 2
