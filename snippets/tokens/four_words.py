"""Four words, four ids, and the way back."""

# %% there
from mygpt import VOCAB, to_ids

ids = to_ids(["I", "love", "AI", "!"])
print(ids)
print(to_ids(["AI", "!", "I"]))
print("shape", tuple(ids.shape), "dtype", ids.dtype)

# %% back
print([VOCAB[position] for position in ids.tolist()])

# %% claim: positions
import torch

assert ids.tolist() == list(range(len(VOCAB)))
assert to_ids(["AI", "!", "I"]).tolist() == [2, 3, 0]
assert ids.shape == (4,)
assert ids.dtype == torch.long

# %% claim: there-and-back
assert [VOCAB[i] for i in ids.tolist()] == ["I", "love", "AI", "!"]
from itertools import product

n_texts = 0
for _length in range(5):
    for _words in product(VOCAB, repeat=_length):  # all texts of up to four words
        assert [VOCAB[i] for i in to_ids(list(_words)).tolist()] == list(_words)
        n_texts += 1
