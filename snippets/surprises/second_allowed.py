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
_x = torch.tensor(0.0, requires_grad=True)
_loss = (_x - 3) ** 2
_loss.backward(retain_graph=True)
_loss.backward()
assert _x.grad == -6 + -6
