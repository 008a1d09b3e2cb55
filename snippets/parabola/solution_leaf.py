"""The in-place update without no_grad around it."""

# %% no-shield raises RuntimeError: a leaf Variable that requires grad
import torch

x = torch.tensor(0.0, requires_grad=True)
loss = (x - 3) ** 2
loss.backward()
x.sub_(0.1 * x.grad)
