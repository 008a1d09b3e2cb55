"""An embedding is a table, and a lookup is a product with a one-hot matrix."""

# %% table
import torch
from torch import nn

torch.manual_seed(0)
embedding = nn.Embedding(num_embeddings=10, embedding_dim=3)
ids = torch.tensor([[1, 5, 0, 8]])  # one sequence of four token ids
vectors = embedding(ids)

print(embedding.weight)
print("ids", ids, tuple(ids.shape))
print(vectors, tuple(vectors.shape))

# %% claim: rows-of-the-table
assert vectors.shape == (1, 4, 3)
for _position, _token in enumerate([1, 5, 0, 8]):
    assert torch.equal(vectors[0, _position], embedding.weight[_token])

# %% one-hot
one_hot = nn.functional.one_hot(ids, num_classes=10).float()
print(one_hot.int())
print("the same vectors:", torch.equal(one_hot @ embedding.weight, vectors))

# %% claim: lookup-is-one-hot-product
assert torch.equal(one_hot @ embedding.weight, vectors)
assert torch.equal(torch.eye(10) @ embedding.weight, embedding(torch.arange(10)))


# %% by-hand
class Embedding(nn.Module):
    def __init__(self, n_tokens, n_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_tokens, n_features))

    def forward(self, ids):
        return self.weight[ids]


torch.manual_seed(0)
ours = Embedding(10, 3)
print("the same table:  ", torch.equal(ours.weight, embedding.weight))
print("the same vectors:", torch.equal(ours(ids), embedding(ids)))

# %% claim: ours-equals-theirs
assert torch.equal(ours.weight, embedding.weight)
assert torch.equal(ours(ids), embedding(ids))

# %% gradient
sentence = torch.tensor([1, 5, 5])
embedding(sentence).sum().backward()
print(embedding.weight.grad)

grad = embedding.weight.grad
touched = (grad != 0).any(dim=1).nonzero().flatten().tolist()

# %% claim: only-used-rows-get-a-gradient
assert touched == [1, 5], touched
assert torch.equal(grad[1], torch.ones(3))
assert torch.equal(grad[5], 2 * torch.ones(3))

# %% who-moves
for method in (torch.optim.SGD, torch.optim.AdamW):
    torch.manual_seed(0)
    table = nn.Embedding(10, 3)
    before = table.weight.detach().clone()
    optimiser = method(table.parameters(), lr=0.1)
    for _ in range(20):
        optimiser.zero_grad()
        (table(sentence) ** 2).sum().backward()
        optimiser.step()
    moved = (table.weight != before).any(dim=1).nonzero().flatten().tolist()
    print(f"{method.__name__:<5} moved the rows {moved}")
    if method is torch.optim.SGD:
        moved_by_sgd = moved

# %% claim: decay-moves-them-all
assert moved_by_sgd == [1, 5] and moved == list(range(10)), (moved_by_sgd, moved)
_unseen = [0, 2, 3, 4, 6, 7, 8, 9]
_shrunk = before[_unseen] * (1 - 0.1 * 0.01) ** 20
assert torch.allclose(table.weight[_unseen], _shrunk, rtol=1e-5)
