"""Two linear layers are one; with a ReLU between them they are not."""

# %% two-lines
import torch

x = torch.tensor([-2.0, -1.0, -0.5, 0.0, 1.0])
h = 2 * x + 1
stacked = 3 * h - 4
with_relu = 3 * torch.relu(h) - 4
print("x          ", x.tolist())
print("two lines  ", stacked.tolist())
print("6x - 1     ", (6 * x - 1).tolist())
print("with a ReLU", with_relu.tolist())

# %% claim: two-lines-are-one
assert torch.equal(stacked, 6 * x - 1)

# %% claim: the-bend
assert torch.equal(with_relu[x <= -0.5], torch.full((3,), -4.0))
assert torch.equal(with_relu[x > -0.5], stacked[x > -0.5])

# %% merge
from torch import nn

torch.manual_seed(0)
first, second = nn.Linear(8, 32), nn.Linear(32, 4)

merged = nn.Linear(8, 4)
with torch.no_grad():
    merged.weight.copy_(second.weight @ first.weight)
    merged.bias.copy_(second.weight @ first.bias + second.bias)

X = torch.linspace(-1, 1, 80).reshape(10, 8)
gap = (second(first(X)) - merged(X)).abs().max().item()
bent = (second(torch.relu(first(X))) - merged(X)).abs().max().item()
n_two = sum(p.numel() for layer in (first, second) for p in layer.parameters())
n_one = sum(p.numel() for p in merged.parameters())
print(f"{n_two} numbers in two layers, {n_one} in one")
print("equal within 1e-6:", gap < 1e-6, "  with a ReLU between:", bent < 1e-6)

# %% claim: however-many
assert torch.allclose(second(first(X)), merged(X), atol=1e-6), "two, as shown"
for _depth in (2, 3, 6, 10):
    torch.manual_seed(_depth)
    _layers = [nn.Linear(8, 8) for _ in range(_depth)]
    _weight, _bias = torch.eye(8), torch.zeros(8)
    for _layer in _layers:
        _weight, _bias = _layer.weight @ _weight, _layer.weight @ _bias + _layer.bias
    _stack = nn.Sequential(*_layers)
    assert torch.allclose(_stack(X), X @ _weight.T + _bias, atol=1e-6), _depth

# %% claim: layers-collapse
assert gap < 1e-6, gap
assert bent > 0.05, bent
assert n_one < n_two / 10
