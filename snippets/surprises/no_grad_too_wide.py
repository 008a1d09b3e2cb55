"""A forward pass inside no_grad leaves nothing to go back through."""

# %% too-wide raises RuntimeError: does not require grad and does not have a grad_fn
import torch

x = torch.tensor(0.0, requires_grad=True)
with torch.no_grad():
    loss = (x - 3) ** 2
    print(loss)
loss.backward()
