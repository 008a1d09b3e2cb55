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
texts, levels = [], []
for earlier, stop in zip([0, *stops], stops, strict=False):
    train(model, batches(stream, 16, 16, stop - earlier, chance, starts), optimiser)
    levels.append(round(sentence_loss(model, SENTENCES[::4]), 2))
    once = torch.Generator().manual_seed(2)
    words = WORDS.decode(sample(model, WORDS.encode(START), 40, generator=once))
    texts.append(words.split())
    print(f"after {stop:3d} steps: loss {levels[-1]:.1f}")

# %% claim: it-falls-at-every-stop
assert levels == sorted(levels, reverse=True)

# %% data: samples
rows = [[" ".join(words[i : i + 6]) for i in range(0, 36, 6)] for words in texts]
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
            "note": f"loss {level:.2f} after {stop} steps",
            "marks": [
                [
                    {"kind": "text", "role": "data", "x": 0.2, "y": 6 - i, "text": line}
                    for i, line in enumerate(lines)
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
        for n, (stop, level, lines) in enumerate(zip(stops, levels, rows, strict=True))
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
