"""Ids to words and words to ids, by machine."""

# %% codes
from mygpt import VOCAB, to_ids

print(to_ids(["AI", "love", "I", "!", "!"]).tolist())
print(" ".join(VOCAB[position] for position in (2, 1, 2, 3)))

# %% claim: as-on-paper
assert to_ids(["AI", "love", "I", "!", "!"]).tolist() == [2, 1, 0, 3, 3]
assert [VOCAB[position] for position in (2, 1, 2, 3)] == ["AI", "love", "AI", "!"]
