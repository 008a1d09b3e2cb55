"""A poem, cut into characters."""

# %% poem
from mygpt.poem import JABBERWOCKY

print(JABBERWOCKY.split("\n\n")[0])

# %% vocabulary
from mygpt.tokenizer import Tokenizer

characters = Tokenizer.of(JABBERWOCKY)
n_tokens, n_symbols = len(JABBERWOCKY), len(characters.vocabulary)
print(n_tokens, "characters,", n_symbols, "different ones:")
print(repr("".join(characters.vocabulary)))

# %% encode
ids = characters.encode("'Twas brillig")
print(ids.tolist())
print(characters.decode(ids))

# %% claim: sizes
n_words = len(JABBERWOCKY.split())
n_words_different = len(set(JABBERWOCKY.split()))
assert n_symbols == len(set(JABBERWOCKY))
assert n_words_different > 2 * n_symbols and n_tokens > 5 * n_words

# %% claim: same-letter-same-id
_letters = "'Twas brillig"
id_l, id_i = characters.encode("li").tolist()
assert ids[-4:-1].tolist() == [id_l, id_l, id_i]
assert len(set(zip(_letters, ids.tolist(), strict=True))) == len(set(_letters))
assert characters.decode(ids) == _letters

# %% counts
from collections import Counter

counts = Counter(JABBERWOCKY)
for character, count in counts.most_common(5):
    print(f"{character!r:4} {count:4d}  {count / n_tokens:6.1%}")
once = sum(1 for count in counts.values() if count == 1)
print(f"{once} of the {n_symbols} occur once")

# %% claim: few-characters-do-most-of-the-work
top_ten = sum(count for _, count in counts.most_common(10)) / n_tokens
assert top_ten > 0.6, top_ten
assert counts.most_common(1)[0][0] == " "
assert once > 5, once
assert all(count < 10 for _, count in counts.most_common()[23:])

# %% picture
import matplotlib.pyplot as plt

ranked = counts.most_common()
names = {" ": "␣", "\n": "⏎"}
plt.figure(figsize=(5.2, 2.9))
plt.bar(range(len(ranked)), [count for _, count in ranked], color="C1")
for place in range(8):
    character, count = ranked[place]
    plt.text(place, count + 3, names.get(character, character), ha="center")
plt.ylim(0, 155)
plt.xlabel("the 45 different characters, most frequent first")
plt.ylabel("times in the poem")
plt.show()
