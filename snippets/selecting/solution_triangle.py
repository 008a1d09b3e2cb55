"""Only what lies to the left may be seen: a mask from two rows of numbers."""

# %% triangle
import torch

scores = torch.arange(16.0).reshape(4, 4)
position = torch.arange(4)
visible = position.unsqueeze(1) >= position  # row (4, 1), column (4,): (4, 4)
print(torch.where(visible, scores, float("-inf")))

# %% claim: the-lower-triangle
assert torch.equal(visible, torch.ones(4, 4).tril().bool())
assert visible.sum() == 10
