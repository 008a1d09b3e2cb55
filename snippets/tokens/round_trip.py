"""Encoding and decoding undo each other, for two thousand random texts."""

# %% property
import random

import torch

from mygpt.poem import JABBERWOCKY
from mygpt.tokenizer import Tokenizer

characters = Tokenizer.of(JABBERWOCKY)
chance = random.Random(0)
longest = 0

for _ in range(2000):
    length = chance.randrange(60)
    text = "".join(chance.choices(characters.vocabulary, k=length))
    ids = characters.encode(text)
    assert characters.decode(ids) == text
    assert torch.equal(characters.encode(characters.decode(ids)), ids)
    longest = max(longest, length)

print(f"2000 texts of up to {longest} characters came back unchanged")

# %% claim: every-text-comes-back
assert longest == 59
_lengths = {len(Tokenizer.of(JABBERWOCKY[:n]).encode(JABBERWOCKY[:n])) for n in (0, 9)}
assert _lengths == {0, 9}
assert characters.decode(characters.encode(JABBERWOCKY)) == JABBERWOCKY
