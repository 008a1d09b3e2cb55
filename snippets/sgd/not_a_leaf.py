"""An optimiser for a tensor that was computed."""

# %% computed raises ValueError: can't optimize a non-leaf Tensor
import torch

torch.manual_seed(0)
w = torch.randn(3, requires_grad=True) / 10  # small weights to begin with
opt = torch.optim.SGD([w], lr=0.1)
