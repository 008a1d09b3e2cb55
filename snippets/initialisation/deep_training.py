"""A deep narrow network learns a sine, or does not, as it was begun."""

# %% build
import torch
from torch import nn

x = torch.linspace(-1, 1, 32, dtype=torch.float64).reshape(-1, 1)
y = torch.sin(3 * x)


def build(gain, depth=10, width=32):
    torch.manual_seed(0)
    layers = [nn.Linear(1, width)]
    for _ in range(depth):
        hidden = nn.Linear(width, width)
        if gain is not None:
            nn.init.normal_(hidden.weight, std=gain / width**0.5)
            nn.init.zeros_(hidden.bias)
        layers += [nn.Tanh(), hidden]
    return nn.Sequential(*layers, nn.Tanh(), nn.Linear(width, 1)).double()


# %% train
def train(model, steps=150):
    optimiser = torch.optim.SGD(model.parameters(), lr=0.05)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimiser.step()
    return loss.item()


# %% compare
losses = {}
for name, gain in (("nn.Linear's own", None), ("gain 0.5", 0.5), ("gain 1", 1.0)):
    losses[name] = train(build(gain))
    print(f"{name:<15}  loss after 150 steps {losses[name]:.3f}")
variance = y.var(correction=0).item()
print(f"variance of y    {variance:.3f}")

own, small, one = losses.values()

# %% claim: the-beginning-decides
assert own > 0.9 * variance and small > 0.9 * variance, losses
assert one < 0.1 * variance, losses
