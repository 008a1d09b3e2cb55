"""What the shapes become on the way from a text to vectors."""

# %% vectors
import torch
from torch import nn

from mygpt.poem import JABBERWOCKY
from mygpt.tokenizer import Tokenizer

torch.manual_seed(0)
characters = Tokenizer.of(JABBERWOCKY)
table = nn.Embedding(len(characters.vocabulary), 8)  # V rows of C = 8 numbers

ids = characters.encode(JABBERWOCKY)
print("ids    ", tuple(ids.shape))
print("vectors", tuple(table(ids).shape))
print("a batch", tuple(table(ids[:930].view(30, 31)).shape))
print("parameters", table.weight.numel())

# %% claim: one-axis-more
assert table(ids).shape == (*ids.shape, 8)
assert table(ids[:930].view(30, 31)).shape == (30, 31, 8)
n_parameters = table.weight.numel()
assert n_parameters == len(characters.vocabulary) * 8

# %% claim: same-token-same-vector
_e = (ids == characters.encode("e")).nonzero()[:, 0]
n_e = len(_e)
assert n_e == JABBERWOCKY.count("e")
assert (table(ids)[_e] == table.weight[characters.encode("e")]).all()

# %% claim: long-or-int
_taken = []
for _type in (torch.int64, torch.int32, torch.int16, torch.uint8, torch.float32):
    try:
        table(ids.to(_type))
    except RuntimeError as _error:
        assert "Long, Int" in str(_error)
    else:
        _taken.append(_type)
assert _taken == [torch.long, torch.int], _taken
