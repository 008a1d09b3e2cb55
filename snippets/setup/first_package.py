"""Four words, and the id of each."""

# %% ids
from mygpt import VOCAB, to_ids

ids = to_ids(["AI", "!"])
print(VOCAB)
print(ids)

# %% claim: ids-are-positions
assert len(VOCAB) == 4
assert ids.tolist() == [2, 3]
assert to_ids(list(VOCAB)).tolist() == [0, 1, 2, 3]

# %% claim: whole-numbers-in-one-dimension
assert ids.shape == (2,) and str(ids.dtype) == "torch.int64"  # long is another name
