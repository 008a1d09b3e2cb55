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

# %% staircase
import matplotlib.pyplot as plt

for context, name in ((0, "no context"), (1, "one token"), (None, "all")):
    level = best_loss(context)
    plt.axhline(level, color="0.5", linestyle="--", linewidth=1)
    below = "top" if context is None else "bottom"
    plt.text(405, level, name, color="0.5", va=below)
plt.plot(range(1, 401, 4), [round(loss, 3) for loss in losses[::4]], color="C2")
plt.xlim(-10, 480)
plt.ylim(0.5, 3)
plt.xlabel("step")
plt.ylabel("loss, nats per token")
plt.show()

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
