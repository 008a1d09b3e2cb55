"""A GPT of one block learns a language whose best possible loss is known."""

# %% data
import math

import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import SENTENCES, WORDS, best_loss, sample_stream, sentence_loss
from mygpt.model import GPT, GPTConfig
from mygpt.train import train

chance = torch.Generator().manual_seed(0)
stream, starts = sample_stream(500, chance)  # (T,), and where sentences begin

vocab_size = len(WORDS.vocabulary)
print(len(SENTENCES), "sentences in the language,", vocab_size, "tokens")
print(WORDS.decode(stream[:16]))

# %% model
set_seed(0)
config = GPTConfig(vocab_size=vocab_size, context=16, width=32, heads=1, layers=1)
model = GPT(config).double()
parameters = sum(p.numel() for p in model.parameters())
before = sentence_loss(model, SENTENCES)

print(f"{parameters:,} parameters")
print(
    f"loss before training {before:.4f}, ln {vocab_size} = {math.log(vocab_size):.4f}"
)

# %% claim: knows-nothing-yet
assert abs(before - math.log(vocab_size)) < 0.05

# %% train
optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
losses = train(model, batches(stream, 16, 16, 400, chance, starts), optimiser)

for step in (1, 10, 50, 100, 200, 400):
    print(f"{step:4d}  {losses[step - 1]:.2f}")

# %% landing
after = sentence_loss(model, SENTENCES)
best = best_loss(None)
gap = after - best
print(f"loss on the whole language {after:.2f}, best possible {best:.2f}")

# %% claim: lands-close-above-the-floor
assert 0 < gap < 0.05, gap
assert after < best_loss(3)

# %% seen
from collections import Counter


def seen_and_next(words, context):
    """Return what a model sees of its sentence before each word, and the word."""
    begin, pairs = 0, []
    for t in range(1, len(words)):
        begin = t - 1 if words[t - 1] == "<s>" else begin
        first = begin if context is None else max(begin, t - context)
        pairs.append((tuple(words[first:t]), words[t]))
    return pairs


# %% windows
words = WORDS.decode(stream).split()


def window_best(context):
    """Compute the lowest loss on windows of 16 tokens, as the training reads them."""
    everything = [
        pair for s in SENTENCES for pair in seen_and_next([*s, "<s>"], context)
    ]
    follows, seen = Counter(everything), Counter(pair[0] for pair in everything)
    cut = [words[i : i + 17] for i in starts.tolist() if i + 16 < len(words)]
    asked = [pair for window in cut for pair in seen_and_next(window, context)]
    return sum(math.log(seen[pair[0]] / follows[pair]) for pair in asked) / len(asked)


levels = {name: window_best(n) for n, name in ((0, "none"), (1, "one"), (None, "all"))}
for (name, level), whole in zip(
    levels.items(), map(best_loss, (0, 1, None)), strict=True
):
    print(f"context {name:4}  whole sentences {whole:.2f}, windows {level:.2f}")

# %% staircase
import matplotlib.pyplot as plt

for name, level in levels.items():
    plt.axhline(level, color="0.5", linestyle="--", linewidth=1)
    below = "top" if name == "all" else "bottom"
    plt.text(405, level, f"context: {name}", color="0.5", va=below)
plt.plot(range(1, 401, 4), [round(loss, 3) for loss in losses[::4]], color="C2")
plt.xlim(-10, 480)
plt.ylim(0.5, 3)
plt.xlabel("step")
plt.ylabel("loss, nats per token")
plt.show()

# %% claim: ends-above-its-own-floor
_last = sum(losses[-50:]) / 50
assert best < after < levels["all"] < _last < levels["one"], (after, levels, _last)
_mean = [sum(losses[i : i + 20]) / 20 for i in range(380)]
_first = next(i for i, loss in enumerate(losses) if loss < levels["none"])
_second = next(i for i, loss in enumerate(_mean) if loss < levels["one"])
assert _first < 10 < _second < 100, (_first, _second)
for _n, _name in ((0, "none"), (1, "one"), (None, "all")):
    assert levels[_name] > best_loss(_n) + 0.02

# %% attention
from mygpt.attention import attend, causal_mask

prompt = "<s> she really really really"
ids = WORDS.encode(prompt)  # (T,)
block = model.blocks[0]
x = block.norm_1(model.tokens(ids) + model.positions.weight[: len(ids)])  # (T, C)
head = block.attention  # there is only one
q, k, v = head.query(x), head.key(x), head.value(x)  # (T, D) each
looks = attend(q, k, v, causal_mask(len(ids)))[1][-1]  # (T,), from the last token

for word, weight in zip(prompt.split(), looks.tolist(), strict=True):
    print(f"{word:>8}  {weight:.1f}")

# %% claim: the-head-looks-at-the-subject
assert looks.argmax() == 1
assert looks[1] > 0.5

# %% writes
from mygpt.language import START
from mygpt.sample import sample

chance = torch.Generator().manual_seed(1)
known = {" ".join(sentence[1:]) for sentence in SENTENCES}
proper = 0
for _ in range(60):
    ids = sample(model, WORDS.encode(START), 11, generator=chance)
    sentence = WORDS.decode(ids).split("<s>")[1]
    proper += sentence.strip() in known
share = proper / 60
print(f"more than four in five are sentences: {share > 0.8}")

# %% claim: writes-the-language
assert share > 0.8, share
