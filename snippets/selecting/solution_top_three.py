"""Keep the three largest of each row, at their places."""

# %% keep
import torch

scores = torch.tensor([[10, 0, 5, 20, 1], [1, 30, 2, 5, 0]])
values, indices = torch.topk(scores, k=3, dim=1)

kept = torch.zeros_like(scores).scatter(1, indices, values)
print(kept)

# %% where
smallest = values[:, -1:]  # the third of each row, as a column
print(torch.where(scores >= smallest, scores, 0))

# %% claim: back-where-they-were
assert kept.tolist() == [[10, 0, 5, 20, 0], [0, 30, 2, 5, 0]]
assert torch.equal(torch.gather(kept, 1, indices), values)
assert torch.equal(kept, torch.where(scores >= smallest, scores, 0))

# %% claim: where-keeps-four
_k = indices.shape[1]
_below = torch.where(scores < smallest, scores, 0)
for _row, _fourth in enumerate(_below.argmax(dim=1).tolist()):
    _tied = scores[_row].clone()
    _tied[_fourth] = smallest[_row]  # the largest that was left out
    _values, _indices = torch.topk(_tied, k=_k)
    _kept = torch.zeros_like(_tied).scatter(0, _indices, _values)
    assert (_kept > 0).sum() == 3
    assert (torch.where(_tied >= smallest[_row], _tied, 0) > 0).sum() == 4
