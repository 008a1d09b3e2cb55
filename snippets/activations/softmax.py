"""Softmax by hand and from torch.nn."""

# %% by-hand
import torch
from torch import nn


def softmax(logits):
    exponentials = torch.exp(logits)
    return exponentials / exponentials.sum(dim=-1, keepdim=True)


print(softmax(torch.log(torch.tensor([1.0, 2.0, 3.0]))))

# %% claim: sixths
_sixths = torch.tensor([1 / 6, 2 / 6, 3 / 6])
assert torch.allclose(softmax(torch.log(torch.tensor([1.0, 2.0, 3.0]))), _sixths)

# %% two-rows
logits = torch.tensor([[1.0, 3.0, 0.5, 1.5], [-1.0, 2.0, 1.0, 0.0]])
probabilities = nn.Softmax(dim=-1)(logits)
print(logits)
print(probabilities)
print("sum of each row:", probabilities.sum(dim=-1))

top_left, top_second = probabilities[0, 0].item(), probabilities[0, 1].item()

# %% claim: ratio-of-two
assert abs(top_second / top_left - torch.e**2) < 1e-5

# %% claim: rows-are-distributions
assert torch.allclose(probabilities.sum(dim=-1), torch.ones(2))
assert ((probabilities > 0) & (probabilities < 1)).all()
assert torch.equal(probabilities.argmax(dim=-1), logits.argmax(dim=-1))

# %% claim: by-hand-equals-torch
assert torch.allclose(softmax(logits), probabilities, atol=1e-7)

# %% shifted
print(torch.allclose(softmax(logits), softmax(logits + 10)))
large = torch.tensor([1000.0, 1001.0])
print("by hand ", softmax(large))
print("torch   ", nn.Softmax(dim=-1)(large))
print("by hand, largest moved to 0", softmax(large - large.max()))

# %% claim: only-differences-count
for _shift in (-50, -1, 10, 50):
    assert torch.allclose(softmax(logits), softmax(logits + _shift), atol=1e-6), _shift
assert torch.exp(large).isinf().all() and torch.isnan(softmax(large)).all()
_theirs = nn.Softmax(dim=-1)(large)
assert _theirs.isfinite().all() and torch.allclose(
    softmax(large - large.max()), _theirs
)

# %% wrong-dim
wrong = nn.Softmax(dim=0)(logits)
print(wrong)
print("sum of each row:   ", wrong.sum(dim=1))
print("sum of each column:", wrong.sum(dim=0))
print("best class:", wrong.argmax(dim=1).tolist(), "instead of", end=" ")
print(probabilities.argmax(dim=1).tolist())

# %% claim: columns-sum-to-one
assert torch.allclose(wrong.sum(dim=0), torch.ones(4))
assert not torch.allclose(wrong.sum(dim=1), torch.ones(2), atol=0.1)

# %% claim: other-winners
assert wrong.argmax(dim=1).tolist() != probabilities.argmax(dim=1).tolist()
