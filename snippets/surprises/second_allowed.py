"""When a second backward through the same graph is possible."""

# %% allowed
import torch

x = torch.tensor(0.0, requires_grad=True)
loss = (x - 3) ** 2
loss.backward(retain_graph=True)  # keep the saved numbers
loss.backward()
print("kept on request:", x.grad)

x = torch.tensor(0.0, requires_grad=True)
total = x + 3
total.backward()
total.backward()
print("nothing saved:  ", x.grad)

# %% claim: both-are-added
assert x.grad == 1 + 1
for _formula in (lambda a: a + a, lambda a: a - 3, lambda a: -a, lambda a: 2 + a):
    _a = torch.tensor(5.0, requires_grad=True)
    _y = _formula(_a)
    _y.backward()
    _once = _a.grad.item()
    _y.backward()
    assert _a.grad == 2 * _once
_x = torch.tensor(0.0, requires_grad=True)
_loss = (_x - 3) ** 2
_loss.backward(retain_graph=True)
_loss.backward()
assert _x.grad == -6 + -6
