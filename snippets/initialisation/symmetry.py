"""A hidden layer whose units all begin alike."""

# %% alike
import torch
from torch import nn

X = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)  # exclusive or


def build(first=None, last=None, seed=0):
    """Four tanh units; the numbers of a layer begin at one value, or random if None."""
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1)).double()
    for layer, value in ((model[0], first), (model[2], last)):
        for parameter in layer.parameters():
            if value is not None:
                nn.init.constant_(parameter, value)
    return model


# %% train
def train(model):
    optimiser = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(300):
        optimiser.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(X), y)
        loss.backward()
        optimiser.step()
    return loss.item()


# %% three-starts
losses, n_different = [], []
for value in (0.0, 0.5, None):
    model = build(first=value, last=value)
    loss = train(model)
    losses.append(loss)
    units = model[0].weight.detach().mul(1e9).round()  # one row for each unit
    n_different.append(len(units.unique(dim=0)))
    print(f"all {value}:" if value is not None else "random: ", end=" ")
    print(f"loss {loss:.4f}, different units: {n_different[-1]}")

# %% claim: alike-for-ever
assert n_different == [1, 1, 4], n_different
assert losses[1] > 0.45 and losses[2] < 0.01, losses
for _value in (-1.0, 0.1, 0.5, 2.0):  # the four as one
    _model = build(first=_value, last=_value)
    train(_model)
    _first, _last = (it.detach() for it in (_model[0].weight, _model[2].weight))
    assert torch.allclose(_first, _first[:1]) and torch.allclose(_last, _last[:, :1])
    _unit = torch.tanh(X @ _first[:1].T + _model[0].bias[:1])
    assert torch.allclose(_unit * _last.sum() + _model[2].bias, _model(X)), _value

# %% claim: nothing-moves
_zero = build(first=0.0, last=0.0)
assert abs(train(_zero) - torch.log(torch.tensor(2.0))) < 1e-6
assert all((it == 0).all() and (it.grad == 0).all() for it in _zero.parameters())

# %% claim: one-layer-of-zeros-is-no-trap
for _seed in range(3):
    _model = build(last=0.0, seed=_seed)
    assert (_model[2].weight == 0).all() and (_model[0].weight != 0).all()
    assert train(_model) < 0.02, _seed
