"""The floors of a language that laughs once, twice, three or four times."""

# %% floors
import math
from collections import Counter

sentences = [["<s>", *["ha"] * times, "!", "<s>"] for times in (1, 2, 3, 4)]


def floor(context):
    """Count what follows what, then average the surprise."""
    predictions = [
        (tuple(sentence[max(0, t - context) : t]), sentence[t])
        for sentence in sentences
        for t in range(1, len(sentence))
    ]
    together = Counter(predictions)
    alone = Counter(seen for seen, _ in predictions)
    surprises = [math.log(alone[it[0]] / together[it]) for it in predictions]
    return sum(surprises) / len(surprises)


for context in range(6):
    print(f"context {context}: {floor(context):.4f}")

# %% claim: as-on-paper
floors = [floor(context) for context in range(6)]
_entropy = -(0.4 * math.log(0.4) + 0.6 * math.log(0.6))
assert abs(floors[1] - 10 * _entropy / 18) < 1e-12
assert abs(floors[5] - 4 * math.log(4) / 18) < 1e-12
assert floors[4] == floors[5] < floors[3]
