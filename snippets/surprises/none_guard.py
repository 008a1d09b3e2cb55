"""Before the first backward there is no gradient to clear."""

# %% too-early raises AttributeError: 'NoneType' object has no attribute 'zero_'
import torch

x = torch.tensor(0.0, requires_grad=True)
x.grad.zero_()
