"""A matrix product written with a star."""

# %% stars
import torch

X = torch.tensor([[1.0, 1.2], [2.0, 1.2]])
W = torch.tensor([[1.5], [0.5]])

print((X * W.T).sum(dim=1, keepdim=True))
print(X @ W)

# %% claim: same-prediction
assert torch.allclose((X * W.T).sum(dim=1, keepdim=True), X @ W)
