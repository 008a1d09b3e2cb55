"""Each part of today alone in a small GPT, five seeds each, on a known language."""

# %% kinds
import torch
from torch.func import functional_call, stack_module_state, vmap

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import SENTENCES, best_loss, sample_stream, to_rows
from mygpt.model import GPT, GPTConfig
from mygpt.train import next_token_loss

torch.set_default_dtype(torch.float64)
one = dict(
    norm={"norm": "rms"},
    gate={"gated": True},
    shared={"kv_heads": 1},
    no_bias={"bias": False},
    tied={"tied": True},
)
every = {"positions": "rotary"}
for part in one.values():
    every |= part
kinds = {"GPT-2": {}, **one, "all": every}


# %% make
class Loss(torch.nn.Module):
    """A model together with its loss, so that the whole can be called with weights."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, inputs, targets):
        return next_token_loss(self.model, inputs, targets)


def make(seed, parts):
    """Draw a GPT of width 16 from its own seed."""
    set_seed(seed)
    return Loss(GPT(GPTConfig(17, context=16, width=16, heads=4, **parts)))


def windows(seed, steps):
    """Draw batches of whole beginnings of sentences, from the same seed."""
    chance = torch.Generator().manual_seed(seed)
    stream, starts = sample_stream(500, chance)
    return batches(stream, 10, 16, steps, chance, starts)


# %% measures
few, whole = SENTENCES[::7], SENTENCES
floors = {len(it): best_loss(None, it) for it in (few, whole)}
rows = {len(it): [x.expand(5, -1, -1) for x in to_rows(it)] for it in (few, whole)}


# %% five
def train_five(parts, seeds, steps=120):
    """Train five models as one; return how far above the floor they were and are."""
    models = [make(seed, parts) for seed in seeds]
    weights, buffers = stack_module_state(models)  # each tensor has five in front
    call = vmap(lambda w, b, x, y: functional_call(models[0], (w, b), (x, y)))

    def above(sentences):
        with torch.no_grad():
            losses = call(weights, buffers, *rows[len(sentences)])
        return (losses - floors[len(sentences)]).tolist()

    optimiser, way = torch.optim.AdamW(weights.values(), lr=0.02, fused=True), []
    for step, cuts in enumerate(zip(*[windows(s, steps) for s in seeds], strict=True)):
        if step % 20 == 0:
            way.append(above(few))
        optimiser.zero_grad()
        inputs, targets = (torch.stack(it) for it in zip(*cuts, strict=True))
        call(weights, buffers, inputs, targets).sum().backward()  # five gradients
        optimiser.step()
    return [*way, above(few)], above(whole)


# %% run
ways, ends = {}, {}
print("          parameters  above the floor: mean, least, most of five")
for kind, parts in kinds.items():
    ways[kind], ends[kind] = train_five(parts, seeds=range(5))
    size = sum(p.numel() for p in make(0, parts).parameters())
    mean, least, most = sum(ends[kind]) / 5, min(ends[kind]), max(ends[kind])
    print(f"{kind:8}  {size:10,}  {mean:22.2f}, {least:.2f}, {most:.2f}")

# %% claim: the-gate-seems-to-help
mean_old, mean_gate = sum(ends["GPT-2"]) / 5, sum(ends["gate"]) / 5
assert 1.7 * mean_gate < mean_old, (mean_gate, mean_old)

# %% claim: means-within-the-spread
least_old, most_old = min(ends["GPT-2"]), max(ends["GPT-2"])
assert all(least_old < sum(it) / 5 < most_old for it in ends.values()), ends

# %% claim: all-together-end-best
most_all = max(ends["all"])
_best = min(sum(levels) / 5 for kind, levels in ends.items() if kind != "all")
assert sum(ends["all"]) / 5 < _best
assert most_all < sum(ends["GPT-2"]) / 5
assert all(
    max(it) - min(it) > max(ends["all"]) - min(ends["all"])
    for kind, it in ends.items()
    if kind != "all"
)
assert every["positions"] == "rotary"

# %% claim: nobody-below-the-floor
assert min(min(it) for it in ends.values()) > 0.01
assert set(ends) == set(kinds) and len(kinds) == 7

# %% data: parts
_steps, _order = list(range(0, 121, 20)), list(kinds)
_spots = {kind: [round(it, 4) for it in ends[kind]] for kind in kinds}
_lines = {
    kind: [[round(it, 4) for it in one] for one in zip(*ways[kind], strict=True)]
    for kind in kinds
}
_one_word = round(best_loss(1, few) - best_loss(None, few), 4)
parts = {
    "control": "exchanged",
    "panels": [
        {
            "title": "five seeds",
            "xlabel": "step",
            "ylabel": "nats above the floor",
            "xlim": [0, 120],
            "ylim": [0, 0.4],
            "marks": [
                {
                    "kind": "line",
                    "role": "muted",
                    "x": [0, 120],
                    "y": [_one_word] * 2,
                    "label": "floor of one word",
                }
            ],
        },
        {
            "title": "at the end",
            "xlabel": "GPT-2 and its exchanges, in order",
            "ylabel": "nats above the floor",
            "xlim": [-0.5, 6.5],
            "ylim": [0, 0.2],
            "marks": [
                {
                    "kind": "points",
                    "role": "muted",
                    "x": [place] * 5,
                    "y": _spots[kind],
                    "label": kind,
                }
                for place, kind in enumerate(_order)
            ],
        },
    ],
    "frames": [
        {
            "name": kind,
            "note": f"{sum(ends[kind]) / 5:.2f} nats above the floor on average",
            "marks": [
                [
                    {"kind": "line", "role": "model", "x": _steps, "y": way}
                    for way in _lines[kind]
                ],
                [
                    {
                        "kind": "points",
                        "role": "model",
                        "x": [_order.index(kind)] * 5,
                        "y": _spots[kind],
                    }
                ],
            ],
        }
        for kind in kinds
    ],
    "start": 0,
}

# %% picture
import matplotlib.pyplot as plt

for place, kind in enumerate(kinds):
    plt.plot([place] * 5, ends[kind], "o", color="C0", alpha=0.7)
    plt.plot([place - 0.2, place + 0.2], [sum(ends[kind]) / 5] * 2, color="C2")
plt.axhline(best_loss(1) - best_loss(None), color="0.5", linestyle="--")
plt.text(6.4, best_loss(1) - best_loss(None), "one word", color="0.5", ha="right")
plt.xticks(range(len(kinds)), kinds)
plt.ylim(0)
plt.ylabel("nats above the floor")
plt.show()

# %% again
others = {it: train_five(kinds[it], range(5, 10))[1] for it in ("GPT-2", "gate")}
for kind, levels in others.items():
    mean, least, most = sum(levels) / 5, min(levels), max(levels)
    print(f"{kind:8}  above the floor {mean:.2f}, from {least:.2f} to {most:.2f}")

# %% claim: other-seeds-say-the-opposite
other_old, other_gate = sum(others["GPT-2"]) / 5, sum(others["gate"]) / 5
assert other_gate > 1.3 * other_old, (other_gate, other_old)

# %% claim: ten-seeds-tell-nothing
import statistics

_old, _gate = ends["GPT-2"] + others["GPT-2"], ends["gate"] + others["gate"]
assert len(_old) == len(_gate) == 10
ten_old, ten_gate = statistics.mean(_old), statistics.mean(_gate)
ten_spread = min(statistics.stdev(_old), statistics.stdev(_gate))
assert abs(ten_old - ten_gate) < ten_spread / 2, (ten_old, ten_gate, ten_spread)
