"""Hidden ReLU units that no input switches on any more."""

# %% three-rates
import torch
from torch import nn

x = torch.linspace(-1, 1, 21, dtype=torch.float64).reshape(-1, 1)
y = 10 * x.abs()


def train(model, lr, steps=500):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimiser.step()
    return loss.item()


def live(model):
    """Count the hidden units that are switched on by at least one input."""
    hidden = model[0](x)  # (21, 16), before the activation
    return (hidden > 0).any(dim=0).sum().item()


# %% run
results = []
for lr in (0.05, 0.2, 0.5):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 1)).double()
    before = live(model)
    loss = train(model, lr)
    results.append((lr, loss, live(model)))
    print(f"lr {lr:.2f}   live units {before} -> {live(model):2d}   loss {loss:.4f}")

variance = y.var(correction=0).item()
print(f"variance of y {variance:.4f}, mean of y {y.mean():.4f}")

losses, alive = [loss for _, loss, _ in results], [n for *_, n in results]

# %% claim: the-higher-the-fewer
assert alive[0] > alive[1] > alive[2] == 0, alive

# %% claim: nothing-but-the-mean
assert abs(losses[2] - variance) < 1e-9, losses
assert torch.allclose(model(x), y.mean().expand_as(y))

# %% too-late
rescued = train(model, lr=0.05)
gradient = model[0].weight.grad.abs().max().item()
print(f"500 gentle steps later: live units {live(model)}, loss {rescued:.4f}")
print("largest gradient in the first layer:", gradient)

# %% claim: no-way-back
assert live(model) == 0 and gradient == 0.0
assert abs(rescued - variance) < 1e-9
