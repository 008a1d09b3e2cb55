"""A bigram model, once counted and once trained."""

# %% pairs
import torch

from mygpt.language import SENTENCES, WORDS, best_loss, to_stream

pairs = torch.cat([to_stream([sentence]).unfold(0, 2, 1) for sentence in SENTENCES])
inputs, targets = pairs[:, :1], pairs[:, 1:]  # (N, 1) each: a word and the next
print(tuple(pairs.shape))
print([WORDS.decode(pair) for pair in pairs[:5]])

# %% counting
counts = torch.zeros(17, 17, dtype=torch.float64)
for before, after in pairs.tolist():
    counts[before, after] += 1

counted = counts / counts.sum(dim=1, keepdim=True)  # each row: what comes after it
counted_loss = -counted[inputs, targets].log().mean().item()
print(f"counted  {counted_loss:.6f}")
print(f"floor    {best_loss(1):.6f}")

# %% claim: counting-is-the-floor
n_pairs = len(pairs)
assert n_pairs == sum(len(sentence) for sentence in SENTENCES)
assert abs(counted_loss - best_loss(1)) < 1e-9

# %% claim: four-to-three
really = WORDS.encode("really").item()
after_really = counted[really]
p_again = after_really[really].item()
p_love = after_really[WORDS.encode("love").item()].item()
p_loves = after_really[WORDS.encode("loves").item()].item()
assert abs(p_love / p_loves - 4 / 3) < 1e-9

# %% training
from mygpt.bigram import Bigram
from mygpt.train import train

model = Bigram(vocab_size=17).double()  # starts with all logits zero
optimiser = torch.optim.Adam(model.parameters(), lr=0.3)
weights = [model.table.weight.detach().clone()]
losses = train(
    model,
    [(inputs, targets)] * 500,  # all pairs at every step
    optimiser,
    report=lambda _: weights.append(model.table.weight.detach().clone()),
)
for step in (1, 10, 100, 500):
    print(f"step {step:3d}  loss {losses[step - 1]:.4f}")

# %% claim: training-is-counting
trained_loss = losses[-1]
gap = trained_loss - best_loss(1)
largest = (weights[-1].softmax(dim=1) - counted).abs().max().item()
assert 0 < gap < 3e-4, gap
assert largest < 0.01, largest
assert abs(losses[0] - torch.tensor(17.0).log().item()) < 1e-5

# %% claim: the-gap-is-the-impossible
_lost = (weights[-1].softmax(dim=1) * (counted == 0)).sum(
    dim=1
)  # p of what never comes
_cost = (counts.sum(dim=1) / counts.sum()) @ -(1 - _lost).log()
assert (_lost > 0).all()
assert 0.98 < _cost / gap < 1, _cost / gap
assert losses[20] < best_loss(1) + 0.01  # at the floor, as far as the figure shows

# %% data: tables
shown = [0, 1, 2, 3, 5, 8, 12, 20, 40, 100, 500]
_words = list(WORDS.vocabulary)
curve = {"x": list(range(61)), "y": [round(it, 4) for it in losses[:61]]}
level = {"kind": "line", "role": "muted", "x": [0, 60], "label": "floor of one word"}
tables = {
    "control": "steps",
    "panels": [
        {"title": "probability of the next word", "ylabel": "", "xlabel": ""},
        {
            "title": "loss",
            "xlabel": "step",
            "ylabel": "loss",
            "xlim": [0, 60],
            "ylim": [0, 3],
            "marks": [
                level | {"y": [round(counted_loss, 4)] * 2},
                {"kind": "line", "role": "loss", **curve},
            ],
        },
    ],
    "frames": [
        {
            "name": str(step),
            "note": f"loss {([*losses, trained_loss])[step]:.4f}",
            "marks": [
                [
                    {
                        "kind": "cells",
                        "rows": _words,
                        "columns": _words,
                        "values": [
                            [round(p, 2) for p in row]
                            for row in weights[step].softmax(dim=1).tolist()
                        ],
                    }
                ],
                [
                    {
                        "kind": "points",
                        "role": "loss",
                        "x": [step] if step <= 60 else [],
                        "y": [round(losses[step], 4)] if step <= 60 else [],
                    }
                ],
            ],
        }
        for step in shown
    ],
    "start": 6,
}

# %% picture
import matplotlib.pyplot as plt

trained, words = weights[-1].softmax(dim=1), WORDS.vocabulary
fig, (grid, axes) = plt.subplots(2, 1, figsize=(5.2, 7.4), height_ratios=[2, 1])
grid.imshow(trained, cmap="Greys", vmin=0, vmax=1)
grid.set_xticks(range(17), words, rotation=90, size=9)
grid.set_yticks(range(17), words, size=9)
grid.set_xlabel("next word")
grid.set_ylabel("word")
axes.plot(losses[:61], color="C2", label="loss of the table")
axes.axhline(counted_loss, color="0.5", ls="--", label="floor of one word")
axes.set_xlabel("step")
axes.set_ylabel("loss")
axes.set_ylim(0, 3)
axes.legend()
plt.show()
