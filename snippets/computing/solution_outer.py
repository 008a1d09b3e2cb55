"""The multiplication table of two vectors, in three ways."""

# %% outer
import torch

u, v = torch.tensor([1, 2, 3]), torch.tensor([10, 20, 30, 40])
by_broadcasting = u.reshape(3, 1) * v
by_product = u.reshape(3, 1) @ v.reshape(1, 4)
print(by_broadcasting)
print(torch.equal(by_broadcasting, by_product))
print(torch.equal(by_broadcasting, torch.outer(u, v)))

# %% claim: three-ways
assert torch.equal(by_broadcasting, by_product)
assert torch.equal(by_broadcasting, torch.outer(u, v))
