"""In-place results must fit where they are put."""

# %% whole raises RuntimeError: can't be cast to the desired output type Long
import torch

x = torch.tensor([1, 2, 3])
print(x + 0.5)
x += 0.5
