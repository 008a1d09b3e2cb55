"""A word that the package does not know."""

# %% tea raises ValueError: no token 'tea' in the vocabulary
from mygpt import to_ids

to_ids(["I", "love", "tea", "!"])
