"""A character that the poem does not have."""

# %% euro raises UnknownTokenError: not in the vocabulary: '2', '€'
from mygpt.poem import JABBERWOCKY
from mygpt.tokenizer import Tokenizer

Tokenizer.of(JABBERWOCKY).encode("One, two! Only 2 €")
