"""Four names, each held against the arithmetic behind it."""

# %% layer-and-loss
import torch
from torch import nn

torch.manual_seed(0)  # the same random numbers in every run
X, y = torch.randn(4, 3), torch.randn(4, 2)  # four examples

layer = nn.Linear(3, 2)
by_hand = X @ layer.weight.T + layer.bias
print("layer:   ", torch.allclose(layer(X), by_hand))
print("weight is stored as", tuple(layer.weight.shape))

loss = nn.MSELoss()(by_hand, y)
print("loss:    ", torch.allclose(loss, ((by_hand - y) ** 2).mean()))

# %% gradient-and-step
loss.backward()
chain_rule = 2 * (by_hand - y).T @ X / y.numel()
print("gradient:", torch.allclose(layer.weight.grad, chain_rule))

before = layer.weight.detach().clone()
torch.optim.SGD(layer.parameters(), lr=0.1).step()
print("step:    ", torch.allclose(layer.weight, before - 0.1 * layer.weight.grad))

# %% claim: no-black-box
torch.testing.assert_close(before, layer.weight + 0.1 * layer.weight.grad)
torch.testing.assert_close(layer.weight.grad, chain_rule)
assert torch.allclose(loss, ((by_hand - y) ** 2).mean())
for _rows, _inputs, _outputs in ((4, 3, 2), (1, 1, 1), (7, 2, 5), (20, 10, 3)):
    for _seed in range(5):
        torch.manual_seed(_seed)
        _X, _y = torch.randn(_rows, _inputs), torch.randn(_rows, _outputs)
        _layer = nn.Linear(_inputs, _outputs)
        _by_hand = _X @ _layer.weight.T + _layer.bias
        torch.testing.assert_close(_layer(_X), _by_hand)
        _loss = nn.MSELoss()(_by_hand, _y)
        torch.testing.assert_close(_loss, ((_by_hand - _y) ** 2).mean())
        _loss.backward()
        _slope = 2 * (_by_hand - _y) / _y.numel()
        torch.testing.assert_close(_layer.weight.grad, _slope.T @ _X)
        torch.testing.assert_close(_layer.bias.grad, _slope.sum(0))
        _before = [p.detach().clone() for p in _layer.parameters()]
        torch.optim.SGD(_layer.parameters(), lr=0.1).step()
        for _old, _new in zip(_before, _layer.parameters(), strict=True):
            torch.testing.assert_close(_new.detach(), _old - 0.1 * _new.grad)
            assert not torch.equal(_new, _old)

# %% claim: stored-out-in
assert layer.weight.shape == (2, 3)
for _inputs in range(1, 5):
    for _outputs in range(1, 5):
        assert nn.Linear(_inputs, _outputs).weight.shape == (_outputs, _inputs)
