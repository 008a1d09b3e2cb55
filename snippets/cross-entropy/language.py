"""A language so small that its best possible loss can be computed."""

# %% sentences
from mygpt.language import SENTENCES, WORDS

print(len(SENTENCES), "sentences,", len(WORDS.vocabulary), "words")
for number in (0, 52, 80, 141, 163, 221):
    print(" ".join(SENTENCES[number]))

# %% claim: counts
n_sentences, n_vocabulary = len(SENTENCES), len(WORDS.vocabulary)
assert n_sentences == len(set(SENTENCES)) == 7 * 6 * 2 * 3
assert n_vocabulary == 17
lengths = [len(sentence) for sentence in SENTENCES]
assert sum(lengths) / len(lengths) == 7.5 and min(lengths) == 5 and max(lengths) == 10
assert ("<s>", "I", "love", "AI", "!") in SENTENCES

# %% floors
import math

from mygpt.language import best_loss

print(f"nothing known   {math.log(17):.4f}")
for context in range(7):
    print(f"context {context}       {best_loss(context):.4f}")
full = best_loss(None)
print(f"whole sentence  {full:.4f}")

# %% claim: full-floor-by-hand
assert abs(full - math.log(252) / 7.5) < 1e-9

# %% claim: six-words-suffice
_floors = [best_loss(context) for context in range(8)]
assert _floors[:7] == sorted(set(_floors[:7]), reverse=True)
assert abs(_floors[6] - full) < 1e-9 and abs(_floors[7] - full) < 1e-9
assert _floors[0] - _floors[1] > 10 * (_floors[1] - full)
assert _floors[0] - _floors[1] > math.log(17) - _floors[0]  # the largest step of all
perplexity = math.exp(full)

# %% picture
import matplotlib.pyplot as plt

plt.figure()
steps = [math.log(17), *(best_loss(context) for context in range(7))]
plt.stairs(steps, range(-1, 8), baseline=None, color="C2", lw=2)
for place, height in enumerate(steps):
    plt.text(place - 0.5, height + 0.05, f"{height:.2f}", ha="center", size=9)
names = ["none", "how\noften", *"123456"]
plt.xticks([place + 0.5 for place in range(-1, 7)], names)
plt.xlabel("what is known: words of context")
plt.ylabel("lowest possible loss")
plt.ylim(0, 3.1)
plt.show()
