"""A word that is not in the vocabulary."""

# %% tea raises ValueError: no token 'tea' in the vocabulary
from mygpt import to_ids

to_ids(["I", "love", "tea"])
