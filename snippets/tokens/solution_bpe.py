"""A byte-pair tokenizer in twenty lines, learnt from the poem."""

# %% learn
import re
from collections import Counter
from itertools import pairwise

from mygpt.poem import JABBERWOCKY


def cut(text):
    """Cut a text into words, each with the space or line break before it."""
    return [list(word) for word in re.findall(r"\s?\S+|\s", text)]


def merge(word, pair):
    merged = []
    for token in word:
        if merged and (merged[-1], token) == pair:
            merged[-1] += token
        else:
            merged.append(token)
    return merged


# %% rules
words, rules, sizes = cut(JABBERWOCKY), [], [len(JABBERWOCKY)]
for _ in range(60):
    pairs = Counter(pair for word in words for pair in pairwise(word))
    rules.append(pairs.most_common(1)[0][0])
    words = [merge(word, rules[-1]) for word in words]
    sizes.append(sum(map(len, words)))
print([a + b for a, b in rules[:10]])
print(f"{sizes[0]} tokens before, {sizes[20]} after 20 merges, {sizes[60]} after 60")


# %% encode
def encode(text):
    """Apply the learnt merges, in the order in which they were learnt."""
    words = cut(text)
    for pair in rules:
        words = [merge(word, pair) for word in words]
    return [token for word in words for token in word]


print(encode("the jaws of the slithy bird"))

# %% claim: nothing-is-lost
import random

assert encode(JABBERWOCKY) == [token for word in words for token in word]
_chance = random.Random(0)
for _ in range(300):
    _text = "".join(_chance.choices(JABBERWOCKY, k=_chance.randrange(60)))
    assert "".join(encode(_text)) == _text

# %% claim: returns-diminish
share_20, share_60 = sizes[20] / sizes[0], sizes[60] / sizes[0]
_saved = [a - b for a, b in pairwise(sizes)]
assert all(saved > 0 for saved in _saved)
assert _saved == sorted(_saved, reverse=True), _saved
assert sum(_saved[:20]) > sum(_saved[20:]), _saved

# %% claim: common-and-rare
_said = encode("the jaws of the slithy bird")
assert " the" in _said
_at = next(i for i in range(len(_said)) if "".join(_said[: i + 1]).endswith(" s"))
assert "".join(_said).count("slithy") == 1
assert encode(" slithy") == _said[_at : _at + 4] and len(encode(" slithy")) == 4
