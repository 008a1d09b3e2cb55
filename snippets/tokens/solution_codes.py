"""Ids to words and words to ids, by machine."""

# %% codes
from mygpt import VOCAB, to_ids

ids = to_ids(["AI", "love", "I", "!", "!"]).tolist()
words = [VOCAB[position] for position in (2, 1, 2, 3)]
print(ids)
print(" ".join(words))

# %% claim: as-on-paper
assert ids == [2, 1, 0, 3, 3] and words == ["AI", "love", "AI", "!"]
