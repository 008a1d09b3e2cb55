"""One loop in two costumes: raw tensors, and torch.nn."""

# %% raw
import torch

X = torch.tensor([[1.0], [2.0], [3.0]])  # hours
y = torch.tensor([[2.0], [4.0], [6.0]])  # scores

W = torch.tensor([[1.0]], requires_grad=True)
b = torch.tensor([0.0], requires_grad=True)
raw_losses = []
for _ in range(50):
    y_hat = X @ W + b  # predict
    loss = ((y_hat - y) ** 2).mean()  # compare
    loss.backward()  # trace back
    with torch.no_grad():  # step
        W -= 0.1 * W.grad
        b -= 0.1 * b.grad
    W.grad.zero_()  # clear
    b.grad.zero_()
    raw_losses.append(loss.item())
print(f"w = {W.item():.4f}, b = {b.item():.4f}, loss {raw_losses[-1]:.6f}")

# %% torch-nn
from torch import nn

model = nn.Linear(1, 1)
nn.init.ones_(model.weight)
nn.init.zeros_(model.bias)
criterion = nn.MSELoss()
optimiser = torch.optim.SGD(model.parameters(), lr=0.1)
nn_losses = []
for _ in range(50):
    y_hat = model(X)  # predict
    loss = criterion(y_hat, y)  # compare
    loss.backward()  # trace back
    optimiser.step()  # step
    optimiser.zero_grad()  # clear
    nn_losses.append(loss.item())
w, bias = model.weight.item(), model.bias.item()
print(f"w = {w:.4f}, b = {bias:.4f}, loss {nn_losses[-1]:.6f}")

# %% claim: fifty-equal-losses
_apart = [abs(a - b) for a, b in zip(raw_losses, nn_losses, strict=True)]
assert len(raw_losses) == 50 and max(_apart) < 1e-6, max(_apart)
assert raw_losses[0] > 4  # a run that begins far away

# %% claim: not-there-yet
for _w, _b in ((W, b), (model.weight, model.bias)):
    assert 0.01 < 2 - _w.item() < 0.5 and 0.01 < _b.item() < 0.5, (_w, _b)
