"""A head whose weights are set by hand copies the token before."""

# %% by-hand
import torch
from torch.nn.functional import one_hot

from mygpt import VOCAB, to_ids
from mygpt.attention import Head

ids = to_ids(["I", "love", "AI", "!"])
token, place = one_hot(ids, 4).float(), one_hot(torch.arange(4), 4).float()
x = torch.cat([token, place], dim=-1)[None]  # (1, 4, 8): which word, and where

head = Head(width=8, size=4, context=4)
nothing, identity = torch.zeros(4, 4), torch.eye(4)
before = torch.diag(torch.ones(3), 1)  # turns each place into the one before
with torch.no_grad():
    head.value.weight.copy_(torch.cat([identity, nothing], dim=1))  # "I am this word"
    head.key.weight.copy_(torch.cat([nothing, identity], dim=1))  # "I stand here"
    head.query.weight.copy_(torch.cat([nothing, 40 * before], dim=1))
    out = head(x)[0]
print(out.round(decimals=3))
print([VOCAB[i] for i in out.argmax(dim=-1)])

# %% claim: copies-the-one-before
assert [VOCAB[i] for i in out.argmax(dim=-1)] == ["I", "I", "love", "AI"]
assert out.max(dim=-1).values.min().item() > 0.999
