"""Three kinds of places, four times as far as they were trained."""

# varies: at far places, untrained, the last bits of a training show in hundredths

# %% data
import copy

import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import WORDS, sample_stream
from mygpt.model import GPT, GPTConfig
from mygpt.train import train

TRAINED, TESTED = 24, 96  # tokens in a window
chance = torch.Generator().manual_seed(9)
text, beginnings = sample_stream(400, chance)
firsts = beginnings[beginnings < len(text) - TESTED][::12]
windows = torch.stack([text[i : i + TESTED + 1] for i in firsts.tolist()])
print(len(windows), "windows of", TESTED, "tokens:", WORDS.decode(windows[0, :12]), "…")

# %% floor
import math
from collections import Counter

from mygpt.language import SENTENCES

follows, seen = Counter(), Counter()
for sentence in SENTENCES:
    words = (*sentence, "<s>")
    follows.update((words[:t], words[t]) for t in range(1, len(words)))
    seen.update(words[:t] for t in range(1, len(words)))


def floors(words):
    """Return the least surprise that each next word can be, in nats."""
    begin, least = 0, []
    for t in range(1, len(words)):
        begin = t - 1 if words[t - 1] == "<s>" else begin
        known = tuple(words[begin:t])
        least.append(math.log(seen[known] / follows[known, words[t]]))
    return least


floor = torch.tensor([floors(WORDS.decode(ids).split()) for ids in windows])


# %% train
def trained(positions, seed):
    """Train a GPT of one block on windows of 24 tokens."""
    chance = torch.Generator().manual_seed(seed)
    stream, starts = sample_stream(500, chance)
    set_seed(seed)
    config = GPTConfig(17, TESTED, positions=positions, rotary_base=100)
    model = GPT(config).double()
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)
    train(model, batches(stream, TRAINED, 16, 160, chance, starts), optimiser)
    return model


# %% above
import torch.nn.functional as F


@torch.no_grad()
def above(model):
    """Return how far the loss is above the floor, in each eighth of the places."""
    logits = model(windows[:, :-1]).transpose(1, 2)  # (B, T, V) -> (B, V, T)
    losses = F.cross_entropy(logits, windows[:, 1:], reduction="none")  # (B, T)
    return (losses - floor).mean(dim=0).view(8, -1).mean(dim=1).tolist()


# %% run
runs, models = {}, {}
print("places    ", *[f"{p:3d}-{p + 11:2d}" for p in range(0, 96, 12)])
for positions, seed in (("learned", 0), ("none", 0), ("rotary", 2), ("rotary", 3)):
    name = f"{positions} {seed}"
    models[name] = trained(positions, seed)
    runs[name] = above(models[name])
    print(f"{name:10}", *[f"{it:6.2f}" for it in runs[name]])

# %% near
for name, model in models.items():
    if name != "learned 0":
        model.blocks[0].attention.mask.triu_(1 - TRAINED)  # no farther than trained
        near = f"{name}, near"
        runs[near] = above(model)
        print(f"{near:14}", *[f"{it:6.2f}" for it in runs[near]])


# %% claim: learned-ends-at-its-table
def _mean(name, first, last):
    return sum(runs[name][first:last]) / (last - first)


cliff = runs["learned 0"][2]
assert max(runs["learned 0"][:2]) < 0.05 and min(runs["learned 0"][2:]) > 0.2, runs

# %% claim: none-pays-for-every-sentence
_none = [_mean("none 0", *it) for it in ((0, 2), (2, 4), (4, 8))]
assert _none == sorted(_none) and _none[2] > 2 * _none[0], runs
assert max(runs["none 0"]) < 0.2, runs  # and no cliff
assert _mean("none 0, near", 4, 8) < 0.75 * _none[2], runs  # fewer subjects in sight

# %% claim: rotation-has-no-edge-and-no-promise
_rotary = ["rotary 2", "rotary 3"]
harshest, mildest = (_mean(name, 4, 8) for name in _rotary)
assert all(max(runs[name][:3]) < 0.04 for name in _rotary), runs  # up to place 35
assert mildest < 0.05 and harshest > 2 * mildest, runs
assert harshest > 3 * _mean("rotary 2", 0, 2), runs

# %% claim: near-stays-on-the-floor
for _name in _rotary:
    assert max(runs[f"{_name}, near"]) < 0.04, runs
    assert _mean(f"{_name}, near", 4, 8) < _mean(_name, 4, 8) / 1.5, runs
    assert _mean(f"{_name}, near", 4, 8) < _mean(_name, 0, 2) + 0.01, runs
    assert runs[f"{_name}, near"][:2] == runs[_name][:2]  # there nothing is cut off

# %% data: places
_middles = list(range(6, 96, 12))
_shown = {
    "learned": "learned 0",
    "none": "none 0",
    "none, sliding window": "none 0, near",
    "rotary, first seed": "rotary 3",
    "rotary, first seed, sliding window": "rotary 3, near",
    "rotary, other seed": "rotary 2",
    "rotary, other seed, sliding window": "rotary 2, near",
}
places = {
    "control": "model",
    "panels": [
        {
            "title": "loss above its floor, by place in the window",
            "xlabel": "place",
            "ylabel": "nats",
            "xlim": [0, 96],
            "ylim": [0, 0.4],
            "marks": [
                {
                    "kind": "line",
                    "role": "muted",
                    "label": "end of what was trained",
                    "x": [24, 24],
                    "y": [0, 0.4],
                }
            ],
        }
    ],
    "frames": [
        {
            "name": label,
            "note": f"{runs[name][0]:.2f} in the first twelve places, "
            f"{runs[name][7]:.2f} in the last twelve",
            "marks": [
                [
                    {
                        "kind": kind,
                        "role": "loss",
                        "x": _middles,
                        "y": [round(it, 2) for it in runs[name]],
                    }
                    for kind in ("line", "points")
                ]
            ],
        }
        for label, name in _shown.items()
    ],
    "start": 0,
}

# %% picture
import matplotlib.pyplot as plt

styles = {"learned 0": "-", "none 0": "--", "rotary 2": "-.", "rotary 2, near": ":"}
for name, style in styles.items():
    above_floor = [round(it, 2) for it in runs[name]]
    plt.plot(range(6, 96, 12), above_floor, style, marker="o", label=name)
plt.axvline(TRAINED, color="0.5", linewidth=1)
plt.xlabel("place in the window")
plt.ylabel("loss above its floor, nats")
plt.ylim(0, 0.4)
plt.legend()
plt.show()

# %% reorder
H, D = 2, 16
order = torch.cat([torch.arange(0, D, 2), torch.arange(1, D, 2)])  # (D,)


def reorder(model, order):
    """Put the numbers of each head's queries and keys into another order."""
    for layer in (model.blocks[0].attention.query, model.blocks[0].attention.key):
        rows = layer.weight.data.view(H, D, H * D)
        layer.weight.data = rows[:, order].reshape(H * D, H * D)


# %% other-order
model = models["rotary 3"]
mixed_up, back = (copy.deepcopy(model) for _ in range(2))
reorder(mixed_up, order)
reorder(back, order)
reorder(back, order.argsort())
for name, it in (("as trained", model), ("other order", mixed_up), ("and back", back)):
    print(f"{name:12}", *[f"{loss:5.2f}" for loss in above(it)[:2]])

# %% claim: another-order-another-model
_ids = windows[:, :TRAINED]
assert torch.equal(back(_ids), model(_ids))  # to the last bit
assert above(model)[:2] == runs["rotary 3"][:2]
other_order = min(above(mixed_up)[:2])
assert other_order > 3 * max(runs["rotary 3"][:2]), other_order
