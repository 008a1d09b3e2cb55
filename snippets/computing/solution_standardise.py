"""Columns with mean 0 and standard deviation 1."""

# %% standardise
import torch

data = torch.tensor([[170.0, 60.0], [180.0, 80.0], [190.0, 70.0], [160.0, 50.0]])
mean = data.mean(dim=0)  # one for each column: (2,)
std = data.std(dim=0, correction=0)
standard = (data - mean) / std
print(standard)
for column in standard.T:  # z: a zero is printed without a minus
    print(f"mean {column.mean():z.4f}, deviation {column.std(correction=0):.4f}")

# %% claim: mean-zero-deviation-one
torch.testing.assert_close(standard.mean(dim=0), torch.zeros(2))
torch.testing.assert_close(standard.std(dim=0, correction=0), torch.ones(2))
assert mean.shape == std.shape == (2,)
