"""Which scores are computed, and how often, while a text is written."""

# %% watch
import torch

from mygpt import set_seed
from mygpt.attention import KVCache
from mygpt.model import GPT, GPTConfig

T, C, L = 12, 32, 1
set_seed(0)
model = GPT(GPTConfig(17, context=T, width=C, layers=L))
ids = torch.randint(17, (1, T))
attention, asked = model.blocks[0].attention, []  # how many tokens ask, at each call
attention.register_forward_pre_hook(lambda _, given: asked.append(given[0].shape[1]))

cache = KVCache()
for t in range(1, T + 1):
    model(ids[:, :t])  # the whole text again
    model(ids[:, t - 1 : t], cache)  # the new token only
rows = {"anew": asked[0::2], "kept": asked[1::2]}
for name, counts in rows.items():
    print(name, "rows of scores at each token:", counts)


# %% times
def times(name, stop):
    """Count how often each score has been computed when so many tokens are read."""
    table = torch.zeros(T, T)
    for t, count in enumerate(rows[name][:stop], start=1):
        table[t - count : t, :t] += 1  # these rows, and all columns there are
    return table


for name in rows:
    print(f"{name}: the first score {times(name, T)[0, 0]:.0f} times,", end=" ")
    print(f"all scores together {times(name, T).sum():.0f}")

# %% claim: once-or-every-time
assert rows == {"anew": list(range(1, T + 1)), "kept": [1] * T}
assert torch.equal(times("kept", T), torch.ones(T, T).tril())
_t = torch.arange(T)
assert torch.equal(times("anew", T), (T - torch.maximum(_t[:, None], _t)).float())
assert times("anew", T).sum() == T * (T + 1) * (2 * T + 1) // 6
assert times("kept", T).sum() == T * (T + 1) // 2
first, every = int(times("anew", T)[0, 0]), int(times("anew", T).sum())

# %% data: tables
_labels = [str(t) for t in range(1, T + 1)]
tables = {
    "control": "tokens read",
    "panels": [
        {"title": "anew: how often each score was computed"},
        {"title": "kept: how often each score was computed"},
    ],
    "frames": [
        {
            "name": str(stop),
            "note": f"scores computed so far: anew {times('anew', stop).sum():.0f}, "
            f"kept {times('kept', stop).sum():.0f}",
            "marks": [
                [
                    {
                        "kind": "cells",
                        "rows": _labels,
                        "columns": _labels,
                        "values": [
                            [round(it, 2) for it in row]
                            for row in (times(name, stop) / T).tolist()
                        ],
                    }
                ]
                for name in rows
            ],
        }
        for stop in range(1, T + 1)
    ],
    "start": 3,
}

# %% picture
import matplotlib.pyplot as plt

figure, both = plt.subplots(1, 2, figsize=(7, 3.4))
for axes, name in zip(both, rows, strict=True):
    axes.imshow(times(name, T), cmap="Greys", vmin=0, vmax=T)
    axes.set_title(name)
    axes.set_xlabel("is looked at")
both[0].set_ylabel("looks")
plt.show()
