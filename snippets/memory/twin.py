"""Leaving PyTorch: copies, and a twin that shares its numbers."""

# %% leaving
import torch

x = torch.tensor([1.0, 2.0, 3.0])
as_list = x.tolist()  # Python numbers
as_array = x.numpy()  # a NumPy array
print(as_list, as_array, x[0].item())

x += 10
print(as_list, as_array)

# %% claim: the-array-follows
assert as_list == [1, 2, 3] and as_array.tolist() == [11, 12, 13]

# %% arriving
import numpy as np

a = np.array([1.0, 2.0, 3.0])
copied, shared = torch.tensor(a), torch.from_numpy(a)
a[0] = 99
print(copied)
print(shared)

# %% claim: tensor-copies-from-numpy-shares
assert copied[0] == 1 and shared[0] == 99
assert copied.dtype == torch.float64
