"""Hidden ReLU units that no input switches on any more."""

# %% three-rates
import torch
from torch import nn

x = torch.arange(-10, 11, dtype=torch.float64).reshape(-1, 1) / 10
y = 10 * x.abs()


def build(activation, seed=0):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Linear(1, 16), activation(), nn.Linear(16, 1)).double()


def train(model, lr, steps=500):
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimiser.step()
    return loss.item()


# %% live
def live(model):
    """Count the hidden units that are switched on by at least one input."""
    hidden = model[0](x)  # (21, 16), before the activation
    return (hidden > 0).any(dim=0).sum().item()


# %% run
results = []
for lr in (0.05, 0.2, 0.5):
    model = build(nn.ReLU)
    before = live(model)
    loss = train(model, lr)
    results.append((lr, loss, live(model)))
    print(f"lr {lr:.2f}   live units {before} -> {live(model):2d}   loss {loss:.4f}")

variance = y.var(correction=0).item()
print(f"variance of y {variance:.4f}, mean of y {y.mean():.4f}")

losses, alive = [loss for _, loss, _ in results], [n for *_, n in results]

# %% claim: born-dead
_first = build(nn.ReLU)[0]
_off = (_first(x) <= 0).all(dim=0)
_bends = -_first.bias / _first.weight.flatten()
assert before == 13 and _off.sum() == 3, (before, _off)
assert (_bends[_off].abs() > 1).all(), _bends


# %% claim: the-higher-the-fewer
def _ten_starts(activation, lr, steps=500):
    """Train ten networks side by side; return their losses and live units."""
    models = [build(activation, seed) for seed in range(10)]
    stacked = [
        torch.stack([list(model.parameters())[i].detach().mT for model in models])
        for i in (0, 2)
    ] + [
        torch.stack([list(model.parameters())[i].detach()[None] for model in models])
        for i in (1, 3)
    ]
    for it in stacked:
        it.requires_grad_()
    W1, W2, b1, b2 = stacked
    optimiser = torch.optim.SGD(stacked, lr=lr)
    for _ in range(steps):
        optimiser.zero_grad()
        outputs = activation()(x @ W1 + b1) @ W2 + b2  # (10 networks, 21, 1)
        losses = ((outputs - y) ** 2).mean(dim=(1, 2))
        losses.sum().backward()
        optimiser.step()
    return losses.detach(), (x @ W1 + b1 > 0).any(dim=1).sum(dim=1)


_gentler = _ten_starts(nn.GELU, 0.2)[0]
_small, _middle = _ten_starts(nn.ReLU, 0.05), _ten_starts(nn.ReLU, 0.2)
_few, _fewer, _none = _small[1], _middle[1], _ten_starts(nn.ReLU, 0.5, 100)[1]
assert alive == [_few[0], _fewer[0], _none[0]] == [11, 3, 0], alive
assert (_few >= _fewer).all() and (_fewer >= _none).all() and (_none == 0).all()
assert _few.sum() > 1.5 * _fewer.sum() > 0, (_few, _fewer)

# %% claim: nothing-but-the-mean
assert abs(losses[2] - variance) < 1e-9, losses
assert torch.allclose(model(x), y.mean().expand_as(y))

# %% too-late
dead = [p.detach().clone() for p in model[0].parameters()]
rescued = train(model, lr=0.05)
gradient = model[0].weight.grad.abs().max().item()
print(f"500 gentle steps later: live units {live(model)}, loss {rescued:.4f}")
print("largest gradient in the first layer:", gradient)

# %% claim: no-way-back
assert live(model) == 0 and gradient == 0.0
assert abs(rescued - variance) < 1e-9
assert all(map(torch.equal, dead, model[0].parameters()))

# %% claim: moved-without-a-gradient
_model = build(nn.ReLU)
_rolling = torch.optim.SGD(_model.parameters(), lr=0.5, momentum=0.9)
for _step in range(5):
    _before = _model[0].weight.detach().clone()
    _was_dead = live(_model) == 0
    _rolling.zero_grad()
    nn.functional.mse_loss(_model(x), y).backward()
    _rolling.step()
assert _was_dead and live(_model) == 0 and _model[0].weight.grad.norm() == 0
assert (_model[0].weight != _before).sum() == 13  # those that momentum carries on

_before = _model[0].weight.detach().clone()
_decaying = torch.optim.SGD(_model.parameters(), lr=0.05, weight_decay=0.1)
_decaying.zero_grad()
nn.functional.mse_loss(_model(x), y).backward()
_decaying.step()
assert live(_model) == 0 and torch.allclose(_model[0].weight, 0.995 * _before)


def _wakes(first_layer_learns):
    """Say whether a dead unit of the second hidden layer is switched on again."""
    torch.manual_seed(0)
    layers = [nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU()]
    model = nn.Sequential(*layers, nn.Linear(16, 1)).double()
    model[0].requires_grad_(first_layer_learns)
    optimiser, on = torch.optim.SGD(model.parameters(), lr=0.02), []
    for _ in range(300):
        optimiser.zero_grad()
        on.append((model[:3](x) > 0).any(dim=0))
        nn.functional.mse_loss(model(x), y).backward()
        optimiser.step()
    on = torch.stack(on)
    return (~on[:-1] & on[1:]).any().item()


assert _wakes(first_layer_learns=True) and not _wakes(first_layer_learns=False)

# %% gelu
for lr in (0.2, 0.5):
    model = build(nn.GELU)
    loss = train(model, lr)
    gradient = model[0].weight.grad.abs().max().item()
    print(f"GELU, lr {lr:.1f}   loss {loss:.3f}", end="")
    print(f"   largest gradient in the first layer {gradient:.0e}")

# %% claim: gelu-dies-later
assert abs(loss - variance) < 1e-4 and 0 < gradient < 1e-5, (loss, gradient)
assert (_gentler < 1).all() and (_middle[0] > 1.5).all(), (_gentler, _middle[0])
assert (_small[0] < 0.001).all() and (13 - _few[0]) <= 2, _small
