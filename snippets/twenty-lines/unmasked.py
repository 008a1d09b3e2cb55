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
torch.testing.assert_close(loss, ((by_hand - y) ** 2).mean())
torch.testing.assert_close(layer.weight.grad, chain_rule)
with torch.no_grad():
    torch.testing.assert_close(layer(X), X @ layer.weight.T + layer.bias)
assert not torch.equal(before, layer.weight)

# %% claim: stored-out-in
assert layer.weight.shape == (2, 3)
