"""The largest scores, and where they are."""

# %% argmax
import torch

scores = torch.tensor([[10, 0, 5, 20, 1], [1, 30, 2, 5, 0]])
print("best of each row:", torch.argmax(scores, dim=1))
flat = torch.argmax(scores).item()
row, column = divmod(flat, 5)  # how often five goes into it, and what is left
print("best of all:      place", flat, "that is", (row, column))

# %% claim: positions-not-values
assert torch.argmax(scores, dim=1).tolist() == [3, 1]
assert flat == 6 and (row, column) == (1, 1) and scores[row, column] == scores.max()

# %% topk
values, indices = torch.topk(scores, k=3, dim=1)
print("values ", values)
print("indices", indices)

# %% claim: three-largest-in-order
assert values.tolist() == [[20, 10, 5], [30, 5, 2]]
assert indices.tolist() == [[3, 0, 2], [1, 3, 2]]
