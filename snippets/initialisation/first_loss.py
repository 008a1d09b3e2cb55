"""The first loss of a classifier, with last layers of different size."""

# %% sizes
import math

import torch
from torch import nn

torch.manual_seed(0)
X = torch.randn(1000, 64, dtype=torch.float64)
y = torch.randint(10, (1000,))
body = nn.Sequential(nn.Linear(64, 100), nn.ReLU()).double()
losses = []
for std in (0.0, 0.1, 1.0, 10.0):
    head = nn.Linear(100, 10, dtype=torch.float64)
    nn.init.normal_(head.weight, std=std)
    nn.init.zeros_(head.bias)
    losses.append(nn.functional.cross_entropy(head(body(X)), y).item())
    print(f"last layer of std {std:4.1f}   first loss {losses[-1]:6.2f}")
print(f"ln 10 = {math.log(10):.2f}")

# %% claim: above-ln-c
assert abs(losses[0] - math.log(10)) < 1e-9, losses
assert losses[0] < losses[1] < losses[2] < losses[3], losses
assert losses[1] < 2.5 and losses[3] > 20, losses

# %% claim: soon-unlearned
for _std in (1.0, 10.0):
    _head = nn.Linear(100, 10, dtype=torch.float64)
    nn.init.normal_(_head.weight, std=_std)
    _optimiser = torch.optim.SGD([*body.parameters(), *_head.parameters()], lr=0.1)
    for _step in range(20):
        _optimiser.zero_grad()
        _loss = nn.functional.cross_entropy(_head(body(X)), y)
        _loss.backward()
        _optimiser.step()
    assert _loss < math.log(10), (_std, _loss)
