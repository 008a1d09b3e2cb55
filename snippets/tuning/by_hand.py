"""A change of rank one beside a matrix of two by two."""

# %% paper
import torch

W = torch.tensor([[1.0, 0.0], [2.0, 1.0]])  # frozen
B = torch.tensor([[1.0], [-1.0]])  # (2, 1)
A = torch.tensor([[2.0, 1.0]])  # (1, 2)
x = torch.tensor([1.0, 2.0])

print("B A =", (B @ A).tolist())
beside = W @ x + B @ (A @ x)
merged = (W + B @ A) @ x
print("beside", beside.tolist(), "  merged", merged.tolist())

# %% claim: as-on-paper
assert (B @ A).tolist() == [[2, 1], [-2, -1]] and (W @ x).tolist() == [1, 4]
assert beside.tolist() == merged.tolist() == [5, 0]
assert torch.linalg.matrix_rank(B @ A) == 1
