"""A leaf that is changed in place."""

# %% in-place raises RuntimeError: a leaf Variable that requires grad
import torch

weight = torch.tensor(1.0, requires_grad=True)
print("so far it goes well")
weight -= 0.1
