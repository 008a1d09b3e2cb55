"""One letter: torch.Tensor is not torch.tensor."""

# %% capital
import torch

for make in (torch.tensor, torch.Tensor):
    pair, three = make([1, 2]), make(3)
    print(make.__name__, pair.dtype, tuple(three.shape))

# %% claim: one-letter
assert torch.tensor([1, 2]).dtype == torch.int64
assert torch.Tensor([1, 2]).dtype == torch.float32
assert torch.tensor(3).shape == () and torch.tensor(3) == 3
assert torch.Tensor(3).shape == (3,)
