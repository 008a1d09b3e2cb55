"""How many rows a table needs, and how many contexts there really are."""

# %% rows-of-a-table
from mygpt.language import SENTENCES

print("context  rows of a table  contexts that occur")
for n in range(1, 7):
    seen = {
        sentence[max(0, t - n) : t]
        for sentence in SENTENCES
        for t in range(1, len(sentence) + 1)
    }
    print(f"{n:7d}  {17**n:15,d}  {len(seen):19d}")

# %% claim: mostly-empty
from mygpt.language import WORDS as _WORDS

rows = len(_WORDS.vocabulary) ** n
used = len(seen)
assert n == 6 and all(len(context) <= n for context in seen)
assert {len(context) for context in seen} == {1, 2, 3, 4, 5, 6}
assert used < 1000 < rows / 10_000
