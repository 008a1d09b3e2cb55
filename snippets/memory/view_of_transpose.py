"""view after a transpose."""

# %% view raises RuntimeError: view size is not compatible with input tensor's size
import torch

x = torch.arange(6).reshape(2, 3)
x.T.view(6)
