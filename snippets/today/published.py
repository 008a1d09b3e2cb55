"""The parameters of three published models, by one formula."""

# %% formula
from dataclasses import dataclass


@dataclass
class Config:
    """Sizes, under the names of this book; a model's config.json has others."""

    vocab: int
    width: int
    layers: int
    heads: int
    kv_heads: int
    head_size: int
    hidden: int
    tied: bool
    head_norms: bool = False

    def count(self) -> int:
        """Add up a GPT of today: tables, attention, gated networks, norms."""
        V, C, D, F = self.vocab, self.width, self.head_size, self.hidden
        tables = V * C if self.tied else 2 * V * C
        attention = 2 * C * self.heads * D + 2 * C * self.kv_heads * D
        norms = 2 * C + (2 * D if self.head_norms else 0)
        return tables + self.layers * (attention + 3 * C * F + norms) + C


# %% three
models = {
    "Llama 3.1 8B": Config(128_256, 4096, 32, 32, 8, 128, 14_336, tied=False),
    "Qwen3 0.6B": Config(151_936, 1024, 28, 16, 8, 128, 3072, True, head_norms=True),
    "Nanbeige4.1 3B": Config(166_144, 2560, 32, 20, 4, 128, 10_496, tied=False),
}
counts = {name: config.count() for name, config in models.items()}
for name, count in counts.items():
    print(f"{name:14} {count:13,}")

# %% claim: as-published
assert counts["Llama 3.1 8B"] == 8_030_261_248
assert counts["Qwen3 0.6B"] == 596_049_920
assert f"{counts['Nanbeige4.1 3B'] / 1e9:.2f}" == "3.93"
assert f"{2 * counts['Nanbeige4.1 3B'] / 1e9:.2f}" == "7.87"

# %% claim: three-without-its-tables
_third = models["Nanbeige4.1 3B"]
without_tables = (_third.count() - 2 * _third.vocab * _third.width) / 1e9
assert round(without_tables) == 3 and round(_third.count() / 1e9) == 4

# %% built
import torch

from mygpt.model import GPT, GPTConfig

built = {}
for name in ("Llama 3.1 8B", "Nanbeige4.1 3B"):
    it = models[name]
    sizes = dict(width=it.width, heads=it.heads, layers=it.layers, hidden=it.hidden)
    parts = dict(positions="rotary", norm="rms", gated=True, bias=False)
    with torch.device("meta"):  # shapes without numbers
        gpt = GPT(GPTConfig(it.vocab, kv_heads=it.kv_heads, **sizes, **parts))
    built[name] = sum(parameter.numel() for parameter in gpt.parameters())
    print(f"{name:14} {built[name]:13,}")

# %% claim: built-as-counted
assert list(built) == ["Llama 3.1 8B", "Nanbeige4.1 3B"]
for _name, _count in built.items():
    assert _count == counts[_name] == models[_name].count()
    assert models[_name].head_size * models[_name].heads == models[_name].width
assert models["Qwen3 0.6B"].head_size * models["Qwen3 0.6B"].heads == 2 * 1024

# %% shares
llama = models["Llama 3.1 8B"]
C, D = llama.width, llama.head_size
shares = {
    "tables": 2 * llama.vocab * C,
    "attention": llama.layers * 2 * C * D * (llama.heads + llama.kv_heads),
    "feed-forward": llama.layers * 3 * C * llama.hidden,
    "norms": llama.layers * 2 * C + C,
}
for part, numbers in shares.items():
    print(f"{part:12} {numbers:13,}  {numbers / llama.count():6.1%}")

# %% claim: feed-forward-holds-most
assert sum(shares.values()) == llama.count()
feed_forward_share = shares["feed-forward"] / llama.count()
assert 0.7 < feed_forward_share < 0.71
assert shares["norms"] < C * D
matrix, llama_count = C * llama.hidden, llama.count()

# %% claim: toy-and-large
with torch.device("meta"):
    _toy, _one = torch.nn.Linear(1, 1), torch.nn.Linear(C, llama.hidden, bias=False)
assert sum(it.numel() for it in _toy.parameters()) == 2
assert tuple(_one.weight.shape) == (14336, 4096) and _one.weight.numel() == matrix
assert tuple(_toy.weight.shape) == (1, 1) and llama_count == 8_030_261_248
