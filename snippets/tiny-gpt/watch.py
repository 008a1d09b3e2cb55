"""What the model writes while it learns."""

# %% set-up
import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import (
    SENTENCES,
    START,
    WORDS,
    best_loss,
    sample_stream,
    sentence_loss,
)
from mygpt.model import GPT, GPTConfig
from mygpt.sample import sample
from mygpt.train import train

chance = torch.Generator().manual_seed(0)
stream, starts = sample_stream(500, chance)
set_seed(0)
model = GPT(GPTConfig(vocab_size=len(WORDS.vocabulary), context=16, heads=1)).double()
optimiser = torch.optim.AdamW(model.parameters(), lr=0.01)

# %% watch
stops = [0, 5, 10, 20, 40, 80, 160, 320]
known = {" ".join(sentence[1:]) for sentence in SENTENCES}
texts, levels, shares = [], [], []
for earlier, stop in zip([0, *stops], stops, strict=False):
    train(model, batches(stream, 16, 16, stop - earlier, chance, starts), optimiser)
    levels.append(round(sentence_loss(model, SENTENCES[::4]), 2))
    once = torch.Generator().manual_seed(2)
    ids = sample(model, WORDS.encode(START), 200, generator=once)
    texts.append([it.strip() for it in WORDS.decode(ids).split("<s>")[1:-1]])  # whole
    shares.append(sum(it in known for it in texts[-1]) / len(texts[-1]))
    print(f"after {stop:3d} steps: loss {levels[-1]:.1f}, {shares[-1]:4.0%} sentences")

# %% claim: it-falls-at-every-stop
assert levels == sorted(levels, reverse=True)

# %% claim: from-none-to-most
share_last = shares[-1]
assert shares[0] == 0 and max(shares[:3]) < 0.2, shares
assert 0.6 < share_last < 1, shares

# %% data: samples
_rows = [[(it[:44] + " …" if len(it) > 46 else it) for it in text] for text in texts]
samples = {
    "control": "training steps",
    "panels": [
        {"title": "what it writes", "xlim": [0, 10], "ylim": [0, 7], "marks": []},
        {
            "title": "its loss, and the floor",
            "xlabel": "training steps",
            "ylabel": "nats per token",
            "xlim": [0, 330],
            "ylim": [0.5, 3],
            "marks": [
                {
                    "kind": "line",
                    "role": "muted",
                    "x": [0, 330],
                    "y": [best_loss(None)] * 2,
                }
            ],
        },
    ],
    "frames": [
        {
            "name": str(stop),
            "note": f"loss {level:.2f} after {stop} steps, {share:.0%} in the language",
            "marks": [
                [
                    {"kind": "text", "role": "data", "x": 0.2, "y": 6 - i, "text": line}
                    for i, line in enumerate(lines[:6])
                ],
                [
                    {"kind": "points", "role": "loss", "x": [stop], "y": [level]},
                    {
                        "kind": "line",
                        "role": "loss",
                        "x": stops[: n + 1],
                        "y": levels[: n + 1],
                    },
                ],
            ],
        }
        for n, (stop, level, lines, share) in enumerate(
            zip(stops, levels, _rows, shares, strict=True)
        )
    ],
    "start": 7,
}

# %% picture
import matplotlib.pyplot as plt

plt.plot(stops, levels, "o-", color="C2")
plt.axhline(best_loss(None), color="0.5", linestyle="--")
plt.text(330, best_loss(None) + 0.03, "best possible", color="0.5", ha="right")
plt.xlabel("training steps")
plt.ylabel("loss, nats per token")
plt.show()
