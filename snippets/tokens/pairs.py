"""Byte-pair encoding by hand: merge the most frequent pair, again and again."""

# %% words
import re

TEXT = "she sells sea shells by the sea shore"
n_different = len(set(TEXT))
words = [list(word) for word in re.findall(" ?[a-z]+", TEXT)]
print(words[:3])

# %% count
from collections import Counter
from itertools import pairwise


def count_pairs(words):
    """Count the pairs of neighbouring tokens, in the order in which they occur."""
    return Counter(pair for word in words for pair in pairwise(word))


pairs = count_pairs(words)
for (left, right), count in pairs.most_common(5):
    print(f"{left + right!r:5} {count}")

# %% claim: space-and-s-first
assert pairs[" ", "s"] == 5
assert max(count for pair, count in pairs.items() if pair != (" ", "s")) == 3
assert sum(len(word) for word in words) == len(TEXT)


# %% merge
def merge(word, pair):
    """Replace each place where the pair stands by one token."""
    merged = []
    for token in word:
        if merged and (merged[-1], token) == pair:
            merged[-1] += token
        else:
            merged.append(token)
    return merged


print(merge(list(" shells"), (" ", "s")))

# %% repeat
states, rules = [words], []
while (best := count_pairs(words).most_common(1)[0])[1] > 1:
    pair, count = best
    words = [merge(word, pair) for word in words]
    states.append(words)
    rules.append(f"{pair[0]!r} + {pair[1]!r}, {count} times")
    print(f"{len(rules):2} {rules[-1]:23} {sum(map(len, words))} tokens")

n_merges = len(rules)
print(words[1], words[2], words[3])

# %% claim: hand-merges
lengths = [sum(map(len, state)) for state in states]
assert lengths[:4] == [37, 32, 29, 26], lengths
assert states[1] == [merge(word, (" ", "s")) for word in states[0]]
assert states[2] == [merge(word, ("h", "e")) for word in states[1]]
assert states[3] == [merge(word, (" s", "e")) for word in states[2]]
assert "".join(token for word in words for token in word) == TEXT

# %% claim: each-merge-one-more-and-some-less
assert all(b < a for a, b in pairwise(lengths))
assert max(count_pairs(words).values()) == 1

# %% claim: none-takes-more
_taken = [a - b for a, b in pairwise(lengths)]
assert _taken == sorted(_taken, reverse=True), _taken
_aaa = count_pairs([["a", "a", "a"]])["a", "a"]
assert _aaa == 2 and merge(["a", "a", "a"], ("a", "a")) == ["aa", "a"]
_state, _taken = [list(it) for it in ["aaa"] * 3 + ["bc"] * 5], []
for _ in range(3):
    _pair = count_pairs(_state).most_common(1)[0][0]
    _next = [merge(it, _pair) for it in _state]
    _taken.append(sum(map(len, _state)) - sum(map(len, _next)))
    _state = _next
assert _taken != sorted(_taken, reverse=True), _taken  # the rule is broken there

# %% claim: a-word-with-its-space
assert words.count([" se", "lls"]) == 1 and words.count([" s", "he", "lls"]) == 1
assert [" sea"] in words and words.count([" sea"]) == 2, words

# %% data: merges
ROWS = [(0, 1, 2), (3, 4, 5), (6, 7)]  # which words stand in which line of the figure


def boxes(state):
    """Return a line around the tokens of each row, and where each row's letters go."""
    x, y, letters = [], [], {"x": [], "y": [], "text": []}
    for row, members in enumerate(ROWS):
        place, top, bottom = 0, -row, -row - 0.6
        x, y = [*x, None, 0], [*y, None, top]
        for token in [token for word in members for token in state[word]]:
            for offset, character in enumerate(token.replace(" ", "␣")):
                letters["x"].append(place + offset + 0.3)
                letters["y"].append(top - 0.4)
                letters["text"].append(character)
            end = place + len(token)
            x += [place, end, end, place, end, end]
            y += [bottom, bottom, top, top, top, bottom]
            place = end
    line = {"kind": "line", "role": "model", "x": x[1:], "y": y[1:]}
    return [line, {"kind": "text", "role": "muted", **letters}]


def curve(i):
    """Return the two sizes after each merge so far, and the last as a point."""
    sizes = {"x": [n_different + j for j in range(i + 1)], "y": lengths[: i + 1]}
    point = {"x": sizes["x"][-1:], "y": sizes["y"][-1:]}
    return [
        {"kind": "line", "role": "muted", **sizes},
        {"kind": "points", "role": "model", **point},
    ]


merges = {
    "control": "merges",
    "panels": [
        {"title": "the text, cut into tokens", "xlim": [0, 15], "ylim": [-2.8, 0.2]},
        {
            "title": "fewer tokens for a larger vocabulary",
            "xlabel": "different tokens",
            "ylabel": "tokens in the text",
            "xlim": [10, 18],
            "ylim": [0, 40],
        },
    ],
    "frames": [
        {
            "name": str(i),
            "note": f"{['every character alone', *rules][i]}: {lengths[i]} tokens",
            "marks": [boxes(state), curve(i)],
        }
        for i, state in enumerate(states)
    ],
    "start": 3,
}

# %% picture
import matplotlib.pyplot as plt


def edges(state):
    """Return where the tokens begin and end, in characters."""
    places = [0]
    for token in (token for word in state for token in word):
        places.append(places[-1] + len(token))
    return places


plt.figure(figsize=(5.2, 2.4))
shown = [0, 1, 3, n_merges]
for row, i in enumerate(shown):
    for place, character in enumerate(TEXT.replace(" ", "␣")):
        plt.text(place + 0.5, -row, character, ha="center", va="center", size=8)
    plt.vlines(edges(states[i]), -row - 0.35, -row + 0.35, color="C0")
plt.yticks([0, -1, -2, -3], [str(i) for i in shown])
plt.xlabel("characters")
plt.ylabel("merges")
plt.show()
