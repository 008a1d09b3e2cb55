"""One-hot rows, made in three ways."""

# %% one-hot
import torch

ids = torch.tensor([2, 0, 3])

by_lookup = torch.eye(4)[ids]  # row i of the identity has its 1 in column i
by_question = (torch.arange(4) == ids.unsqueeze(1)).float()
by_scatter = torch.zeros(3, 4).scatter(1, ids.unsqueeze(1), 1.0)

print(by_lookup)
print(torch.equal(by_lookup, by_question), torch.equal(by_lookup, by_scatter))

# %% claim: three-are-one
assert torch.equal(by_lookup, by_question) and torch.equal(by_lookup, by_scatter)
assert torch.equal(by_lookup.argmax(dim=1), ids)
assert torch.equal(by_lookup, torch.nn.functional.one_hot(ids, 4).float())
