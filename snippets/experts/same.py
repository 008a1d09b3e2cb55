"""A mixture of one expert is the plain network, and one of all is a weighted sum."""

# %% mixture
import torch
from torch import Tensor, nn


class Mixture(nn.Module):
    """Several networks, of which each token uses a few."""

    def __init__(self, experts: list[nn.Module], width: int, used: int) -> None:
        super().__init__()
        self.experts, self.used = nn.ModuleList(experts), used
        self.router = nn.Linear(width, len(experts), bias=False)

    def forward(self, x: Tensor) -> Tensor:
        p = self.router(x).softmax(dim=-1)  # (T, E)
        weights, chosen = p.topk(self.used, dim=-1)  # (T, k) each
        out = torch.zeros_like(x)
        for i, expert in enumerate(self.experts):
            token, place = (chosen == i).nonzero(as_tuple=True)  # who has chosen it
            found = weights[token, place, None] * expert(x[token])
            out = out.index_add(0, token, found)
        return out  # (T, C)


# %% one
from mygpt import set_seed
from mygpt.block import FeedForward

set_seed(0)
x = torch.randn(50, 16)
network = FeedForward(16)
alone = Mixture([network], width=16, used=1)
print("one expert is the plain network:", torch.equal(alone(x), network(x)))

# %% all
four = [FeedForward(16) for _ in range(4)]
everyone = Mixture(four, width=16, used=4)
p = everyone.router(x).softmax(dim=-1)
weighted = sum(p[:, i, None] * four[i](x) for i in range(4))
print("all experts, a weighted sum:", torch.allclose(everyone(x), weighted, atol=1e-6))

# %% work
read = []
for expert in four:
    expert.register_forward_hook(lambda _, seen, out: read.append(len(seen[0])))
for used in (1, 2, 4):
    everyone.used = used
    read.clear()
    everyone(x)
    print(f"{used} of 4: tokens read by each {read}, together {sum(read)}")

# %% claim: one-expert-is-plain
assert torch.equal(alone(x), network(x)) and alone(x).std() > 0.01

# %% claim: all-experts-are-a-sum
everyone.used = 4
assert torch.allclose(everyone(x), weighted, atol=1e-6)
everyone.used = 2
assert not torch.allclose(everyone(x), weighted, atol=1e-3)

# %% claim: work-grows-with-the-used
for _used in (1, 2, 4):
    everyone.used = _used
    read.clear()
    everyone(x)
    assert len(read) == 4 and sum(read) == 50 * _used, read
