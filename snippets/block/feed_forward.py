"""The feed-forward network of a transformer block, small and large."""

# %% network
import torch
from torch import Tensor, nn


class FeedForwardNetwork(nn.Module):
    """Widen, bend, narrow: the same for every token."""

    def __init__(self, embedding_dim: int, ffn_dim: int) -> None:
        super().__init__()
        self.widen = nn.Linear(embedding_dim, ffn_dim)
        self.bend = nn.GELU()
        self.narrow = nn.Linear(ffn_dim, embedding_dim)

    def forward(self, x: Tensor) -> Tensor:
        return self.narrow(self.bend(self.widen(x)))


# %% small
from mygpt import set_seed

torch.set_default_dtype(torch.float64)
set_seed(0)
network = FeedForwardNetwork(embedding_dim=8, ffn_dim=32)
x = torch.randn(2, 5, 8)  # two sequences, five tokens, eight numbers each
print("in ", tuple(x.shape))
print("out", tuple(network(x).shape))
for name, parameter in network.named_parameters():
    print(f"{name:13} {tuple(parameter.shape)!s:8} {parameter.numel():4d}")
total = sum(p.numel() for p in network.parameters())
print("together", total)

# %% claim: as-counted
assert total == 8 * 32 + 32 + 32 * 8 + 8 == 552
assert tuple(network(x).shape) == (2, 5, 8)

# %% each-alone
alone = network(x[1, 3])  # one token, without its sentence
print("the same alone:", torch.allclose(alone, network(x)[1, 3]))

# %% claim: tokens-do-not-meet
assert torch.allclose(alone, network(x)[1, 3], atol=1e-12)
_y = x.clone()
_y[1, 3] += 1
_moved = (network(_y) - network(x)).abs().amax(dim=-1)
assert (_moved > 1e-9).nonzero().tolist() == [[1, 3]]

# %% large
with torch.device("meta"):  # shapes without numbers, so it fits into any memory
    large = FeedForwardNetwork(embedding_dim=4096, ffn_dim=11008)
    out = large(torch.empty(1, 10, 4096))
total_large = sum(p.numel() for p in large.parameters())
print("widen", tuple(large.widen.weight.shape))
print("out  ", tuple(out.shape))
print(f"together {total_large:,}")

# %% claim: large-as-counted
assert total_large == 2 * 4096 * 11008 + 11008 + 4096
