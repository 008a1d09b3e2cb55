"""Without keepdim the dimension is gone, and the rule aligns the wrong one."""

# %% gone raises RuntimeError: must match the size of tensor b (2)
import torch

scores = torch.tensor([[10.0, 20.0, 30.0], [5.0, 10.0, 15.0]])
scores / scores.sum(dim=1)
