"""Clearing the gradients after the step, with and without a clean start."""

# %% zero-last
import torch
from torch import nn, optim

X = torch.linspace(-1, 1, 10).reshape(10, 1)
y = 2 * X + 1


def train(zero_first, leftover):
    torch.manual_seed(0)
    model = nn.Linear(1, 1)
    if leftover:  # somebody called backward before the loop
        model(X).sum().backward()
    optimiser = optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(100):
        if zero_first:
            optimiser.zero_grad()
        loss = nn.functional.mse_loss(model(X), y)
        loss.backward()
        optimiser.step()
        if not zero_first:
            optimiser.zero_grad()
        losses.append(loss.item())
    return losses


# %% four-runs
for leftover in (False, True):
    first, last = train(True, leftover), train(False, leftover)
    print(f"gradients left over: {leftover!s:<5}  same losses: {first == last}")

# %% claim: order-matters-only-after-leftovers
_clean = train(True, False)
assert train(False, False) == _clean and train(True, True) == _clean
_spoilt = train(False, True)
assert _spoilt[0] == _clean[0] and _spoilt[1] > _clean[1], (_spoilt[:2], _clean[:2])
