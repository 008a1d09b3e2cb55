"""From ids back to tokens."""

# %% to-tokens
import itertools

import torch

from mygpt import VOCAB, to_ids


def to_tokens(ids: torch.Tensor) -> list[str]:
    return [VOCAB[i] for i in ids.tolist()]


sentence = ["AI", "love", "I", "!"]
print(to_ids(sentence))
print(to_tokens(to_ids(sentence)))

# %% every-sentence
n_sentences = 0
for length in range(4):
    for words in itertools.product(VOCAB, repeat=length):
        assert to_tokens(to_ids(list(words))) == list(words), words
        n_sentences += 1
print(f"{n_sentences} sentences came back as they were")

# %% claim: there-and-back
assert n_sentences == 1 + 4 + 16 + 64
