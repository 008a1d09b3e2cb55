"""The update of a parameter, recorded like everything else: refused."""

# %% no-shield raises RuntimeError: a leaf Variable that requires grad is being used
import torch

x = torch.tensor(0.0, requires_grad=True)
for _ in range(10):
    if x.grad is not None:
        x.grad.zero_()
    loss = (x - 3) ** 2
    loss.backward()
    x.sub_(0.1 * x.grad)  # without torch.no_grad()
