"""A language model that is one head of attention learns where to look."""

# %% model
import torch
from torch import Tensor, nn

from mygpt.attention import Head


class OneHead(nn.Module):
    """Predict the next token from each token and what its head has gathered."""

    def __init__(self, vocab_size: int, width: int, context: int) -> None:
        super().__init__()
        self.tokens = nn.Embedding(vocab_size, width)
        self.positions = nn.Embedding(context, width)
        self.attention = Head(width, width, context)
        self.head = nn.Linear(width, vocab_size)
        nn.init.normal_(self.tokens.weight, std=0.1)
        nn.init.normal_(self.positions.weight, std=0.1)

    def embed(self, ids: Tensor) -> Tensor:
        return self.tokens(ids) + self.positions.weight[: ids.shape[-1]]  # (…, T, C)

    def forward(self, ids: Tensor) -> Tensor:
        x = self.embed(ids)
        return self.head(x + self.attention(x))  # (B, T, V)


# %% train
from mygpt import set_seed
from mygpt.attention import attend
from mygpt.data import batches
from mygpt.language import SENTENCES, WORDS, best_loss, sample_stream, sentence_loss
from mygpt.train import train

torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(0)
stream, starts = sample_stream(500, generator)
set_seed(0)
model = OneHead(vocab_size=17, width=16, context=16)
sentence = "<s> she really really really loves cats !"
shown = [0, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 250, 300]


# %% look
watched, levels, endings = [], {}, {}
with_s, verbs = WORDS.encode("loves needs"), WORDS.encode("loves needs love need")


@torch.no_grad()
def look(_: float = 0.0) -> None:
    """Keep the attention weights of our sentence, and sometimes more."""
    ids, head = WORDS.encode(sentence), model.attention
    x = model.embed(ids)
    q, k, v = head.query(x), head.key(x), head.value(x)
    _, attn_weights = attend(q, k, v, head.mask[:8, :8])
    watched.append(attn_weights)
    if (step := len(watched) - 1) in shown:
        levels[step] = sentence_loss(model, SENTENCES[::7])
        p = model(ids[None, :5])[0, -1].softmax(dim=-1)  # after the third really
        endings[step] = (p[with_s].sum() / p[verbs].sum()).item()


# %% run
look()
optimiser = torch.optim.AdamW(model.parameters(), lr=0.02)
cut = batches(stream, length=10, size=32, steps=300, generator=generator, starts=starts)
train(model, cut, optimiser, report=look)
final = sentence_loss(model, SENTENCES)
print(f"loss {final:.2f}")
for window in (1, 4, None):
    print(f"floor with {window or 'all'} tokens in sight {best_loss(window):.2f}")

# %% claim: sees-further-than-four
n_parameters = sum(p.numel() for p in model.parameters())
assert best_loss(None) < final < best_loss(4), final

# %% weights
words = sentence.split()
print(" " * 10 + "".join(f"{word:>8}" for word in words))
for word, row in zip(words, watched[300].tolist(), strict=True):
    print(f"{word:10}" + "".join(f"{weight:8.2f}" for weight in row))

# %% claim: looks-at-the-subject
on_subject = watched[300][2:5, 1]  # the three "really", all looking at "she"
least = on_subject.min().item()
assert least > 0.9, on_subject

# %% claim: the-verb-looks-at-itself
assert watched[300][5, 5] > 0.9

# %% data: steps
level = {"kind": "line", "role": "muted", "x": [0, 300], "label": "floor"}
curve = [round(levels[step], 3) for step in shown]
steps = {
    "control": "steps",
    "panels": [
        {"title": "which word (row) looks at which (column)"},
        {
            "title": "loss on 36 sentences",
            "xlabel": "step",
            "ylabel": "loss",
            "xlim": [0, 300],
            "ylim": [0, 3],
            "marks": [
                level | {"y": [round(best_loss(None, SENTENCES[::7]), 3)] * 2},
                {"kind": "line", "role": "loss", "x": shown, "y": curve},
            ],
        },
    ],
    "frames": [
        {
            "name": str(step),
            "note": f"the third really looks at she with {watched[step][4, 1]:.2f}",
            "marks": [
                [{"kind": "cells", "rows": words, "columns": words, "values": values}],
                [{"kind": "points", "role": "loss", "x": [step], "y": [loss]}],
            ],
        }
        for step, loss in zip(shown, curve, strict=True)
        for values in [[[round(w, 2) for w in row] for row in watched[step].tolist()]]
    ],
    "start": 2,
}

# %% picture
import matplotlib.pyplot as plt

plt.figure(figsize=(5.2, 4.6))
plt.imshow(watched[300], cmap="Greys", vmin=0, vmax=1)
plt.xticks(range(8), words, rotation=90)
plt.yticks(range(8), words)
plt.xlabel("is looked at")
plt.ylabel("looks")
plt.show()

# %% order
one_word = best_loss(1, SENTENCES[::7])
print(f"step  on she  loves  loss (floor of one word {one_word:.2f})")
for step in (0, 10, 25, 30, 40, 50, 300):
    on_she = watched[step][4, 1]
    print(f"{step:4d}  {on_she:6.1f}  {endings[step]:5.1f}  {levels[step]:4.2f}")

# %% claim: evenly-at-first
at_0 = watched[0][4, 1].item()
_even = model.attention.mask[:8, :8].double()
_even /= _even.sum(dim=1, keepdim=True)
assert (watched[0] - _even).abs().max() < 0.02

# %% claim: looks-before-it-knows
at_25, ending_25, ending_50 = watched[25][4, 1].item(), endings[25], endings[50]
assert levels[25] < 1 < 2.8 < levels[0]  # most of the fall is over,
assert levels[25] > one_word > levels[50]  # and all of it without a look,
assert at_25 > 0.8 and ending_25 < 0.7 and ending_50 > 0.8  # which pays afterwards
assert len(SENTENCES[::7]) == 36
