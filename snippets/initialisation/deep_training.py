"""A deep narrow network learns a sine, or does not, as it was begun."""

# %% build
import torch
from torch import nn

x = torch.linspace(-1, 1, 32, dtype=torch.float64).reshape(-1, 1)
y = torch.sin(3 * x)


def build(factor, seed=0, depth=10, width=32):
    torch.manual_seed(seed)
    layers = [nn.Linear(1, width)]
    for _ in range(depth):
        hidden = nn.Linear(width, width)
        with torch.no_grad():
            hidden.weight.mul_(factor)  # all else stays as it is
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
losses = []
for gain in (0.5, 3**-0.5, 1.0):  # the middle one is that of nn.Linear
    losses.append(train(build(factor=gain * 3**0.5)))
    print(f"gain {gain:.3f}   loss after 150 steps {losses[-1]:.3f}")
variance = y.var(correction=0).item()
print(f"variance of y {variance:.3f}")

small, own, one = losses

# %% claim: the-beginning-decides
assert 0.98 * variance < own < variance and 0.98 * variance < small, losses
assert one < 0.1 * variance, losses
_own, _one = build(factor=1.0), build(factor=3**0.5)
torch.manual_seed(0)
_drawn = [nn.Linear(1, 32), nn.Linear(32, 32)][1].double()
assert torch.equal(_own[2].weight, _drawn.weight)
assert torch.equal(_own[2].bias, _drawn.bias)
for _name, _weight in _own.state_dict().items():
    _is_scaled = _name.endswith("weight") and _weight.shape == (32, 32)
    _ratio = 3**0.5 if _is_scaled else 1.0
    assert torch.allclose(_one.state_dict()[_name], _ratio * _weight), _name

# %% claim: from-other-starts-too
for _seed in (1, 3):
    _losses = [train(build(_factor, _seed)) for _factor in (1.0, 3**0.5)]
    assert _losses[1] < 0.12 * variance and _losses[0] > 2 * _losses[1], _losses
