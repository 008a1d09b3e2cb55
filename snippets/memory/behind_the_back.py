"""A change that autograd cannot see."""

# %% silent
import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x  # the slope at 3 is 2 · 3 = 6
x.data += 1  # behind the back of autograd
y.backward()
print("y:", y.item(), " slope:", x.grad.item())

# %% claim: a-wrong-slope
assert y == 9 and x.grad == 8
