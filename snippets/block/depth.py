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


def travel(kind: type[Block]) -> list[Tensor]:
    """Send 16 random tokens through 24 blocks; return them as they are at each."""
    set_seed(0)
    stops = [torch.randn(1, 16, 32)]
    for _ in range(24):
        block = kind(width=32, heads=2, context=16)
        stops.append(block(stops[-1]).detach())  # (1, 16, 32), sixteen tokens
    return stops


def spread(x: Tensor) -> float:
    """Measure how far tokens are from their mean, as a share of their length."""
    return ((x - x.mean(dim=1)).norm() / x.norm()).item()


# %% measure
ways = {"added": travel(Block), "replaced": travel(BareBlock)}
added, replaced = ([spread(x) for x in way] for way in ways.values())
print("blocks   added   replaced")
for depth in (0, 1, 2, 4, 8, 24):
    print(f"{depth:6d}   {added[depth]:.2f}    {replaced[depth]:.0e}")

# %% claim: tokens-become-alike
added_8, replaced_8 = added[8], replaced[8]
assert added[24] > 0.5
assert replaced[8] < 0.01
assert replaced[24] < 1e-6

# %% data: alike
_names = [str(token) for token in range(1, 9)]


def _cosines(x: Tensor) -> list[list[float]]:
    x = x[0, :8] / x[0, :8].norm(dim=-1, keepdim=True)  # the first eight tokens
    return [[round(abs(it), 2) for it in row] for row in (x @ x.T).tolist()]


alike = {
    "control": "blocks",
    "panels": [{"title": title} for title in ways],
    "frames": [
        {
            "name": str(depth),
            "note": f"{added[depth]:.0%} and {replaced[depth]:.1%} are their own",
            "marks": [
                [
                    {
                        "kind": "cells",
                        "rows": _names,
                        "columns": _names,
                        "values": _cosines(way[depth]),
                    }
                ]
                for way in ways.values()
            ],
        }
        for depth in (0, 1, 2, 3, 4, 6, 8, 12, 24)
    ],
    "start": 0,
}

# %% picture
import matplotlib.pyplot as plt

plt.semilogy(added, "o-", color="C0", ms=3, label="added")
plt.semilogy(replaced, "o-", color="C4", ms=3, label="replaced")
plt.xlabel("blocks")
plt.ylabel("what tells the tokens apart")
plt.legend()
plt.show()
