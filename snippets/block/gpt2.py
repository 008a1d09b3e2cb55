"""The parameters of all four GPT-2, from two sizes each."""

# %% four
V, T = 50_257, 1024  # tokens in the vocabulary, places in the table of positions


def count(layers, C):
    """Add up a GPT-2; its output layer is the table of tokens, used again."""
    block = 12 * C**2 + 13 * C  # ours, and a bias in each layer of attention
    return V * C + T * C + layers * block + 2 * C


sizes = {
    "small": (12, 768),
    "medium": (24, 1024),
    "large": (36, 1280),
    "XL": (48, 1600),
}
for name, (layers, C) in sizes.items():
    print(f"{name:6} {layers} blocks of width {C:4d} {count(layers, C):13,}")

# %% claim: as-published
_counts = [count(*it) for it in sizes.values()]
assert _counts == [124_439_808, 354_823_168, 774_030_080, 1_557_611_200]

# %% claim: ours-and-four-biases
from mygpt.block import Block

_C = 48
_ours = sum(p.numel() for p in Block(_C, 4, 16).parameters())
assert count(1, _C) - count(0, _C) == _ours + 4 * _C

# %% picture
import matplotlib.pyplot as plt

from mygpt.model import GPT, GPTConfig

gpt = GPT(GPTConfig(vocab_size=17, context=16, width=32, heads=1))
ours = sum(p.numel() for p in gpt.parameters())
names, left = ["ours", *sizes], [0.0] * 5
parts = {
    "tables": [2 * 17 * 32 + 16 * 32] + [(V + T) * C for _, C in sizes.values()],
    "attention": [4 * 32**2] + [n * (4 * C**2 + 4 * C) for n, C in sizes.values()],
    "feed-forward": [8 * 32**2 + 5 * 32]
    + [n * (8 * C**2 + 5 * C) for n, C in sizes.values()],
}
totals = [ours] + [count(*it) for it in sizes.values()]
for (part, numbers), color in zip(parts.items(), ("C5", "C4", "C0"), strict=True):
    shares = [n / total for n, total in zip(numbers, totals, strict=True)]
    plt.barh(names, shares, left=left, color=color, label=part)
    left = [a + b for a, b in zip(left, shares, strict=True)]
plt.gca().invert_yaxis()
plt.xlim(0, 1)
plt.xlabel("share of the parameters")
plt.legend(loc="upper center", bbox_to_anchor=(0.5, 1.2), ncols=3)
plt.show()

# %% claim: feed-forward-holds-most
for _i in range(5):
    assert parts["feed-forward"][_i] == max(it[_i] for it in parts.values())
tables_small, tables_xl = (parts["tables"][i] / totals[i] for i in (1, 4))
assert tables_xl < 0.06 and tables_small > 0.3
assert parts["feed-forward"][4] / totals[4] > 0.6
