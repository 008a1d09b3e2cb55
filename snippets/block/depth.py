"""Twenty-four blocks, with and without what is added."""

# %% bare
import torch
from torch import Tensor

from mygpt import set_seed
from mygpt.block import Block


class BareBlock(Block):
    """A block that replaces where it should add."""

    def forward(self, x: Tensor) -> Tensor:
        x = self.attention(self.norm_1(x))
        return self.feed_forward(self.norm_2(x))


# %% spread
torch.set_default_dtype(torch.float64)


def spreads(kind: type[Block]) -> list[float]:
    """Send 16 random tokens through 24 blocks; measure how far apart they are."""
    set_seed(0)
    x = torch.randn(1, 16, 32)
    shares = []
    for _ in range(25):
        shares.append(((x - x.mean(dim=1)).norm() / x.norm()).item())
        x = kind(width=32, heads=2, context=16)(x).detach()
    return shares


# %% measure
added, replaced = spreads(Block), spreads(BareBlock)
print("blocks   added   replaced")
for depth in (0, 1, 2, 4, 8, 24):
    print(f"{depth:6d}   {added[depth]:.2f}    {replaced[depth]:.0e}")

# %% claim: tokens-become-alike
added_8, replaced_8 = added[8], replaced[8]
assert added[24] > 0.5
assert replaced[8] < 0.01
assert replaced[24] < 1e-6

# %% picture
import matplotlib.pyplot as plt

plt.semilogy(added, "o-", color="C0", ms=3, label="added")
plt.semilogy(replaced, "o-", color="C4", ms=3, label="replaced")
plt.xlabel("blocks")
plt.ylabel("what tells the tokens apart")
plt.legend()
plt.show()
