"""The matrix product from broadcasting, multiplication and a sum."""

# %% product
import torch

A = torch.tensor([[1, 2, 3], [4, 5, 6]])
B = torch.tensor([[7, 8], [9, 10], [11, 12]])

left = A.reshape(2, 3, 1)  # i, k, and a dimension to stretch along j
right = B.reshape(1, 3, 2)  # a dimension to stretch along i, then k, j
products = left * right  # (2, 3, 2): all A[i, k] * B[k, j]
print(products.sum(dim=1))  # k disappears
print(torch.equal(products.sum(dim=1), A @ B))

# %% claim: broadcast-multiply-sum
assert products.shape == (2, 3, 2)
assert torch.equal(products.sum(dim=1), A @ B)

# %% many
torch.manual_seed(0)
largest = 0.0
for m, n, p in [(1, 1, 1), (4, 7, 2), (30, 20, 10)]:
    A = torch.randn(m, n, dtype=torch.float64)
    B = torch.randn(n, p, dtype=torch.float64)
    by_hand = (A.reshape(m, n, 1) * B.reshape(1, n, p)).sum(dim=1)
    largest = max(largest, (by_hand - A @ B).abs().max().item())
print("agree to 12 decimals:", largest < 1e-12)

# %% claim: also-for-random-ones
assert largest < 1e-12, largest
