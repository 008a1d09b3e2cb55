"""One matrix over the whole window: a matrix for each place, and a sum."""

# %% prove
import torch

from mygpt.language import START, WORDS
from mygpt.mlp import MLP

torch.manual_seed(0)
model = MLP(vocab_size=17, context=3, start=WORDS.encode(START).item()).double()
ids = WORDS.encode("<s> she really really loves")[None, :]  # (B, T)

x = model.tokens(model.windows(ids))  # (B, T, n, C)
together = model.hidden(x.flatten(2))  # (B, T, nC) -> (B, T, hidden)

by_place = model.hidden.bias + sum(
    x[:, :, place] @ part.T  # (B, T, C) @ (C, hidden)
    for place, part in enumerate(model.hidden.weight.split(8, dim=1))
)
print(tuple(x.shape), tuple(together.shape))
print("equal to 12 decimals:", torch.allclose(together, by_place, rtol=0, atol=1e-12))

# %% claim: a-matrix-for-each-place
assert torch.allclose(together, by_place, rtol=0, atol=1e-12)
_parts = model.hidden.weight.split(8, dim=1)
assert len(_parts) == 3 and not torch.allclose(_parts[0], _parts[1])
