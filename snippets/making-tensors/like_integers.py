"""There is no normal distribution of whole numbers."""

# %% no-override raises NotImplementedError: not implemented for 'Long'
import torch

template = torch.tensor([[1, 2], [3, 4]])
torch.randn_like(template)
