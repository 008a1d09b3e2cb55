"""One loop in five costumes, from two raw tensors to model, criterion, optimiser."""

# %% start
import torch
from torch import nn, optim

torch.manual_seed(0)
X = torch.randn(10, 1)
y = X @ torch.tensor([[2.0]]) + 1.0 + 0.1 * torch.randn(10, 1)
W_start, b_start = torch.randn(1, 1), torch.randn(1)  # every costume starts here
lr, epochs = 0.01, 100

W_first, b_first = W_start.item(), b_start.item()
print(f"all start at W = {W_first:.4f}, b = {b_first:.4f}")


def start_there(layer):
    """Replace a layer's random numbers by the common start."""
    with torch.no_grad():
        layer.weight.copy_(W_start)
        layer.bias.copy_(b_start)


# %% raw-tensors
W = W_start.clone().requires_grad_()
b = b_start.clone().requires_grad_()

losses_raw = []
for _ in range(epochs):
    W.grad, b.grad = None, None
    y_hat = X @ W + b
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= lr * W.grad
        b -= lr * b.grad
    losses_raw.append(loss.item())

print(f"W = {W.item():.4f}, b = {b.item():.4f}, last loss {losses_raw[-1]:.6f}")

# %% parameters
W = nn.Parameter(W_start.clone())
b = nn.Parameter(b_start.clone())

losses_parameter = []
for _ in range(epochs):
    W.grad, b.grad = None, None
    y_hat = X @ W + b
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        W -= lr * W.grad
        b -= lr * b.grad
    losses_parameter.append(loss.item())

print(f"W = {W.item():.4f}, b = {b.item():.4f}, last loss {losses_parameter[-1]:.6f}")

# %% layer
layer = nn.Linear(1, 1)
start_there(layer)

losses_layer = []
for _ in range(epochs):
    layer.zero_grad()
    y_hat = layer(X)
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        for p in layer.parameters():
            p -= lr * p.grad
    losses_layer.append(loss.item())

W, b = layer.weight, layer.bias
print(f"W = {W.item():.4f}, b = {b.item():.4f}, last loss {losses_layer[-1]:.6f}")


# %% model
class LinearRegressionModel(nn.Module):
    """A straight line: what it holds, and how data flow through it."""

    def __init__(self, in_features, out_features):
        super().__init__()
        self.linear_layer = nn.Linear(in_features, out_features)

    def forward(self, x):
        return self.linear_layer(x)


model = LinearRegressionModel(1, 1)
print(model)
for name, parameter in model.named_parameters():
    print(name, parameter.data)

# %% model-loop
model = LinearRegressionModel(1, 1)
start_there(model.linear_layer)

losses_model = []
for _ in range(epochs):
    model.zero_grad()
    y_hat = model(X)
    loss = ((y_hat - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        for p in model.parameters():
            p -= lr * p.grad
    losses_model.append(loss.item())

W, b = model.parameters()
print(f"W = {W.item():.4f}, b = {b.item():.4f}, last loss {losses_model[-1]:.6f}")

# %% optimiser
model = LinearRegressionModel(1, 1)
start_there(model.linear_layer)
criterion = nn.MSELoss()
optimiser = optim.SGD(model.parameters(), lr=lr)

losses_optim = []
for _ in range(epochs):
    optimiser.zero_grad()
    y_hat = model(X)
    loss = criterion(y_hat, y)
    loss.backward()
    optimiser.step()
    losses_optim.append(loss.item())

W, b = model.parameters()
W_last, b_last, loss_last = W.item(), b.item(), losses_optim[-1]
print(f"W = {W_last:.4f}, b = {b_last:.4f}, last loss {loss_last:.6f}")

# %% claim: names-of-the-model
assert list(model.state_dict()) == ["linear_layer.weight", "linear_layer.bias"]
assert [tuple(it.shape) for it in model.state_dict().values()] == [(1, 1), (1,)]
assert len(list(model.parameters())) == 2

# %% compare
print("nn.Parameter, bit for bit like raw tensors:", losses_parameter == losses_raw)
print("nn.Module, bit for bit like nn.Linear:     ", losses_model == losses_layer)
for name, losses in (("nn.Linear", losses_layer), ("optim.SGD", losses_optim)):
    gaps = [abs(a - b) for a, b in zip(losses, losses_raw, strict=True)]
    print(f"{name}, never further from raw tensors than 1e-5:", max(gaps) < 1e-5)

# %% claim: same-operations-same-bits
assert losses_raw == losses_parameter
assert losses_layer == losses_model

# %% claim: all-five-within-rounding
assert losses_raw[0] > 4, "the start is far from the line"
for _losses in (losses_parameter, losses_layer, losses_model, losses_optim):
    for _epoch, (_mine, _first) in enumerate(zip(_losses, losses_raw, strict=True)):
        assert abs(_mine - _first) < 1e-5, f"epoch {_epoch}: {_mine} and {_first}"

# %% as-the-optimiser-writes-it
model = LinearRegressionModel(1, 1)
start_there(model.linear_layer)

losses_one_rounding = []
for _ in range(epochs):
    y_hat = model(X)
    loss = criterion(y_hat, y)
    loss.backward()
    with torch.no_grad():
        for p in model.parameters():
            p.add_(p.grad, alpha=-lr)  # p + (-lr) * grad in one operation
    model.zero_grad()  # after the update this time
    losses_one_rounding.append(loss.item())

print("bit for bit like optim.SGD:", losses_one_rounding == losses_optim)

# %% claim: the-same-bits-as-sgd
assert losses_one_rounding == losses_optim
assert len(losses_optim) == 100
for _seed in range(20):  # other starts, W and b between -10 and 10
    torch.manual_seed(_seed)
    _ours = (20 * torch.rand(2, 1) - 10).requires_grad_()
    _theirs = _ours.detach().clone().requires_grad_()
    _sgd = optim.SGD([_theirs], lr=lr)
    for _ in range(20):
        _sgd.zero_grad()
        for _p in (_ours, _theirs):
            ((_p[0] * X + _p[1] - y) ** 2).mean().backward()
        with torch.no_grad():
            _ours.add_(_ours.grad, alpha=-lr)
        _ours.grad = None  # after the update
        _sgd.step()
    assert torch.equal(_ours, _theirs), _seed
