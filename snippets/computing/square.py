"""In a square table the same mistake goes through."""

# %% square
import torch

square = torch.tensor([[1.0, 1.0, 2.0], [3.0, 3.0, 2.0], [0.0, 5.0, 5.0]])
right = square / square.sum(dim=1, keepdim=True)
wrong = square / square.sum(dim=1)
print("with keepdim   ", right.sum(dim=1))
print("without keepdim", wrong.sum(dim=1))

# %% claim: wrong-shares-in-silence
torch.testing.assert_close(right.sum(dim=1), torch.ones(3))
assert wrong.shape == right.shape
assert not torch.isclose(wrong.sum(dim=1), torch.ones(3)).any()

# %% claim: each-column-was-divided
for _j in range(3):
    torch.testing.assert_close(wrong[:, _j], square[:, _j] / square[_j].sum())
