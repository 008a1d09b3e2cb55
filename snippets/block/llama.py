"""From two parameters to eight billion, from published sizes."""

# %% gated
import torch
from torch import Tensor, nn
from torch.nn import functional as F


class GatedFeedForward(nn.Module):
    """The feed-forward network of Llama: one widened copy opens and closes another."""

    def __init__(self, embedding_dim: int, ffn_dim: int) -> None:
        super().__init__()
        self.gate = nn.Linear(embedding_dim, ffn_dim, bias=False)
        self.widen = nn.Linear(embedding_dim, ffn_dim, bias=False)
        self.narrow = nn.Linear(ffn_dim, embedding_dim, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.narrow(F.silu(self.gate(x)) * self.widen(x))


# %% shapes
with torch.device("meta"):
    network = GatedFeedForward(embedding_dim=4096, ffn_dim=14336)
for name, parameter in network.named_parameters():
    print(f"{name:13} {tuple(parameter.shape)!s:13} {parameter.numel():,}")
matrix = network.widen.weight.numel()
three = sum(p.numel() for p in network.parameters())
print(f"together {three:,}")

# %% claim: shapes-and-sizes
assert tuple(network.widen.weight.shape) == (14336, 4096)
assert tuple(network.gate.weight.shape) == (14336, 4096)
assert tuple(network.narrow.weight.shape) == (4096, 14336)
assert matrix == 58_720_256
assert three == 3 * matrix
millions = matrix / 1e6

# %% whole
V, C, layers, heads, kv_heads, ffn_dim = 128_256, 4096, 32, 32, 8, 14_336
D = C // heads

embeddings = 2 * V * C  # the table of tokens, and the output layer
attention = 2 * C * C + 2 * C * kv_heads * D  # query, proj; key, value: smaller
feed_forward = 3 * C * ffn_dim
norms = 2 * C
llama = embeddings + layers * (attention + feed_forward + norms) + C
print(f"one block  {attention + feed_forward + norms:13,}")
print(f"Llama 3 8B {llama:13,}")

# %% claim: eight-billion
assert llama == 8_030_261_248
billions = llama / 1e9
with torch.device("meta"):
    _parts = [nn.Linear(C, C, bias=False), nn.Linear(C, C, bias=False)]
    _parts += [nn.Linear(C, kv_heads * D, bias=False) for _ in "kv"]
    _parts += [network, nn.RMSNorm(C), nn.RMSNorm(C)]
    _ends = [nn.Embedding(V, C), nn.Linear(C, V, bias=False), nn.RMSNorm(C)]


def _numel(modules: list[nn.Module]) -> int:
    return sum(p.numel() for module in modules for p in module.parameters())


assert _numel(_ends) + layers * _numel(_parts) == llama
share_feed_forward = layers * feed_forward / llama

# %% others
from mygpt.model import GPT, GPTConfig

with torch.device("meta"):
    gpt = GPT(GPTConfig(vocab_size=17, context=16, width=32, heads=1))
    toy = nn.Linear(1, 1)
ours = sum(p.numel() for p in gpt.parameters())
two = sum(p.numel() for p in toy.parameters())
V2, T2, C2, layers2 = 50_257, 1024, 768, 12
# The biases of attention are four more vectors; the output layer is the table again.
gpt2 = V2 * C2 + T2 * C2 + layers2 * (12 * C2**2 + 13 * C2) + 2 * C2
for name, count in (("toy", two), ("ours", ours), ("GPT-2", gpt2), ("Llama", llama)):
    print(f"{name:5} {count:13,}")

# %% claim: others-as-published
assert two == 2
assert gpt2 == 124_439_808
assert ours == 17 * 32 * 2 + 16 * 32 + (12 * 32**2 + 9 * 32) + 2 * 32
times = llama // ours

# %% picture
import matplotlib.pyplot as plt

parts = {
    "embeddings": (2 * 17 * 32 + 16 * 32, V2 * C2 + T2 * C2, embeddings),
    "attention": (4 * 32**2, layers2 * (4 * C2**2 + 4 * C2), layers * attention),
    "feed-forward": (
        8 * 32**2 + 5 * 32,
        layers2 * (8 * C2**2 + 5 * C2),
        layers * feed_forward,
    ),
}
names = ["ours", "GPT-2", "Llama 3 8B"]
left = [0.0, 0.0, 0.0]
for (part, counts), color in zip(parts.items(), ("C5", "C4", "C0"), strict=True):
    shares = [n / all_ for n, all_ in zip(counts, (ours, gpt2, llama), strict=True)]
    plt.barh(names, shares, left=left, color=color, label=part)
    left = [a + b for a, b in zip(left, shares, strict=True)]
plt.gca().invert_yaxis()
plt.xlim(0, 1)
plt.xlabel("share of the parameters")
plt.legend(loc="upper center", bbox_to_anchor=(0.5, 1.2), ncols=3)
plt.show()

# %% claim: feed-forward-holds-most
assert times > 500_000
for _i in (0, 2):
    assert parts["feed-forward"][_i] > 0.5 * (ours, gpt2, llama)[_i]
