"""gather along the wrong dimension: sometimes an error, sometimes an answer."""

# %% silent
import torch

data = torch.tensor([[10, 11, 12, 13], [20, 21, 22, 23], [30, 31, 32, 33]])
index = torch.tensor([[2], [0], [1]])  # wanted: columns 2, 0, 1
print(torch.gather(data, dim=1, index=index).flatten())
print(torch.gather(data, dim=0, index=index).flatten())  # takes them for rows

# %% claim: rows-of-column-zero
assert torch.gather(data, 1, index).flatten().tolist() == [12, 20, 31]
assert torch.gather(data, 0, index).flatten().tolist() == [30, 10, 20]

# %% loud raises RuntimeError: out of bounds for dimension 0 with size 3
torch.gather(data, dim=0, index=torch.tensor([[2], [0], [3]]))
