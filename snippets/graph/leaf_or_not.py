"""Asking a tensor for its gradient that is not a leaf."""

# %% not-a-leaf
import torch

a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
x = torch.tensor(4.0, requires_grad=True)
y = a + b
z = x * y
z.backward()
passing = y.grad
print(passing)

# %% claim: none-though-it-passed-through
assert passing is None
assert a.grad == 4  # which it can only be if 4 arrived at y

# %% claim: y-is-not-a-leaf
assert a.is_leaf and not y.is_leaf

# %% retain
y = a + b
y.retain_grad()  # keep what arrives here
z = x * y
z.backward()
print(y.grad)

# %% claim: kept-on-request
assert y.grad == 4
