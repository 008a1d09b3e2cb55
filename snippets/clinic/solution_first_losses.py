"""The first loss of fresh classifiers with other numbers of classes."""

# %% first-losses
import math

import torch
from torch import nn
from torch.nn.functional import cross_entropy

torch.manual_seed(0)
x = torch.rand(500, 64)
firsts = {}
for n_classes in (2, 10, 100, 1000):
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, n_classes))
    y = torch.randint(n_classes, (500,))
    loss = firsts[n_classes] = cross_entropy(model(x), y).item()
    print(f"{n_classes:4d} classes: {loss:.2f}   ln {math.log(n_classes):.2f}")

# %% rare
y = (torch.rand(500) < 0.1).long()  # one in ten is of class 1
losses = []
for _ in range(20):  # twenty fresh models
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2))
    losses.append(cross_entropy(model(x), y).item())
loss = sum(losses) / 20
share = y.double().mean().item()
best = -share * math.log(share) - (1 - share) * math.log(1 - share)
print(f"first loss {loss:.2f}, of the constant that is best {best:.2f}")

# %% claim: ln-c
assert list(firsts) == [2, 10, 100, 1000], firsts
for _n_classes, _loss in firsts.items():
    assert abs(_loss - math.log(_n_classes)) < 0.03, firsts
for _n_classes in (2, 10, 100, 1000):
    for _seed in range(5):
        torch.manual_seed(_seed)
        _last = nn.Linear(32, _n_classes)
        _model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), _last)
        _loss = cross_entropy(_model(x), torch.randint(_n_classes, (500,)))
        assert abs(_loss - math.log(_n_classes)) < 0.1, (_n_classes, _loss)

# %% claim: rare-is-lower
assert abs(loss - math.log(2)) < 0.1 and best < min(losses), (losses, best)
