"""The third instrument at ten times the rate."""

# %% ten-times
import copy

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

digits = load_digits()
X, y = torch.tensor(digits.data[:50]) / 16, torch.tensor(digits.target[:50])


def moved(rate, method=torch.optim.SGD):
    """Return the update ratio of both weights of a fresh model, for one step."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).double()
    before = copy.deepcopy(model)
    cross_entropy(model(X), y).backward()
    method(model.parameters(), lr=rate).step()
    pairs = ((model[0], before[0]), (model[2], before[2]))
    return [((a.weight - b.weight).norm() / b.weight.norm()).item() for a, b in pairs]


for rate in (0.5, 5.0):
    print(f"rate {rate}:", *(f"{ratio:.3f}" for ratio in moved(rate)))

# %% claim: ten-times-as-far
for _slow, _fast in zip(moved(0.5), moved(5.0), strict=True):
    assert abs(_fast / _slow - 10) < 1e-6, (_slow, _fast)

# %% claim: adam-too
for _slow, _fast in zip(
    moved(0.001, torch.optim.Adam), moved(0.01, torch.optim.Adam), strict=True
):
    assert abs(_fast / _slow - 10) < 1e-6, (_slow, _fast)
