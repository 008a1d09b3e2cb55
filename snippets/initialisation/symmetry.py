"""A hidden layer whose units all begin alike."""

# %% alike
import torch
from torch import nn

X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)  # exclusive or


def train(value):
    """Train four tanh units; all weights begin at one value, or random if None."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1)).double()
    for parameter in model.parameters():
        if value is not None:
            nn.init.constant_(parameter, value)
    optimiser = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(300):
        optimiser.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
    return model, loss.item()


# %% three-starts
losses, n_different = [], []
for value in (0.0, 0.5, None):
    model, loss = train(value)
    losses.append(loss)
    units = model[0].weight.detach().mul(1e9).round()  # one row for each unit
    n_different.append(len(units.unique(dim=0)))
    print(f"all {value}:" if value is not None else "random: ", end=" ")
    print(f"loss {loss:.4f}, different units: {n_different[-1]}")

# %% claim: alike-for-ever
import math

assert n_different == [1, 1, 4], n_different
assert abs(losses[0] - math.log(2)) < 1e-6 and losses[1] > 0.45, losses
assert losses[2] < 0.01, losses
