"""How many parameters a block has, by formula and counted."""

# %% parts
from mygpt.block import Block

C = 32
block = Block(width=C, heads=2, context=16)
for name, part in block.named_children():
    print(f"{name:13} {sum(p.numel() for p in part.parameters()):6,}")
print(f"{'block':13} {sum(p.numel() for p in block.parameters()):6,}")

# %% claim: parts-as-on-paper
_n = {
    name: sum(p.numel() for p in m.parameters()) for name, m in block.named_children()
}
assert _n["attention"] == 4 * C**2
assert _n["feed_forward"] == 8 * C**2 + 5 * C
assert _n["norm_1"] == _n["norm_2"] == 2 * C
n_block = sum(_n.values())
feed_forward_share = _n["feed_forward"] / n_block

# %% formula
for C, heads in ((2, 1), (32, 2), (48, 6), (128, 8)):
    block = Block(C, heads, context=16)
    counted = sum(p.numel() for p in block.parameters())
    print(f"C = {C:3d}   12 C² + 9 C = {12 * C**2 + 9 * C:7,}   counted {counted:7,}")

# %% claim: formula-is-numel
for _C, _heads in ((2, 1), (32, 1), (32, 2), (48, 6), (128, 8)):
    _counted = sum(p.numel() for p in Block(_C, _heads, context=9).parameters())
    assert _counted == 12 * _C**2 + 9 * _C
