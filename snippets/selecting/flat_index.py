"""gather wants an index with as many dimensions as the data."""

# %% flat raises RuntimeError: Index tensor must have the same number of dimensions
import torch

data = torch.tensor([[10, 11, 12, 13], [20, 21, 22, 23], [30, 31, 32, 33]])
torch.gather(data, dim=1, index=torch.tensor([2, 0, 3]))
