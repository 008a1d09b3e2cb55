"""What the cache may forget when the window is full, and what then agrees."""

# %% sliding
from collections import Counter

from mygpt.attention import KVCache


class SlidingCache(KVCache):
    """Keep the keys and values of the last tokens only."""

    def __init__(self, window, counts):
        super().__init__()
        self.window, self.counts, self.seen = window, counts, Counter()

    def extend(self, layer, k, v):
        self.seen[layer] += k.shape[2]
        k, v = super().extend(layer, k, v)
        self[layer] = k[:, :, -self.window :], v[:, :, -self.window :]
        return self[layer]

    def seen_by(self, layer):
        """Say at which place the next token stands."""
        return (
            self.seen[layer] if self.counts else min(self.seen[layer], self.window - 1)
        )


# %% model
import torch

from mygpt import set_seed
from mygpt.model import GPT, GPTConfig

WINDOW, TEXT = 8, 24


def build(positions, layers):
    """Draw a GPT with numbers large enough to tell things apart."""
    set_seed(0)
    context = WINDOW if positions == "learned" else TEXT
    model = GPT(GPTConfig(17, context, layers=layers, positions=positions, kv_heads=1))
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return model.double()


ids = torch.randint(17, (1, TEXT), generator=torch.Generator().manual_seed(1))


# %% slide
@torch.no_grad()
def slide(model, counts):
    """Read token by token, and forget what is older than the window."""
    cache = SlidingCache(WINDOW, counts)
    return torch.cat([model(ids[:, t : t + 1], cache) for t in range(TEXT)], dim=1)


# %% others
@torch.no_grad()
def anew(model):
    """Read the last tokens of the text anew, for every token."""
    ends = range(1, TEXT + 1)
    seen = [ids[:, max(0, end - WINDOW) : end] for end in ends]
    return torch.cat([model(it)[:, -1:] for it in seen], dim=1)


@torch.no_grad()
def banded(model):
    """Read the whole text at once, each token with the window before it in sight."""
    for block in model.blocks:
        block.attention.mask.triu_(1 - WINDOW)
    return model(ids)


# %% table
def same(one, other):
    """Decide whether logits agree up to rounding."""
    return (one - other).abs().max().item() < 1e-11


agree = {}
print("positions blocks | up to the window | beyond: as anew, as banded")
for positions, layers, counts in (
    *(("learned", 1, False), ("learned", 2, False)),
    *(("none", 1, True), ("none", 2, True)),
    *(("rotary", 1, False), ("rotary", 2, False)),
    *(("rotary", 1, True), ("rotary", 2, True)),
):
    model = build(positions, layers)
    slid, fresh = slide(model, counts), anew(model)
    inside = same(slid[:, :WINDOW], fresh[:, :WINDOW])
    band = None  # a table has no rows for the whole text
    if positions != "learned":
        band = same(slid, banded(model))
    agree[positions, layers, counts] = inside, same(slid, fresh), band
    name = f"{positions}{'' if counts else ', stuck'}"
    print(
        f"{name:14} {layers}",
        *[f"{it!s:>9}" for it in agree[positions, layers, counts]],
    )

# %% claim: up-to-the-window-all-agree
assert all(inside for inside, _, _ in agree.values()) and len(agree) == 8

# %% claim: learned-agrees-with-nothing
for _layers in (1, 2):
    assert agree["learned", _layers, False][:2] == (True, False)
    _model = build("learned", _layers)
    _apart = (slide(_model, counts=False) - anew(_model)).abs().amax(dim=-1)[0]
    assert _apart[:WINDOW].max() < 1e-11 and _apart[WINDOW:].min() > 0.001, _apart

# %% claim: one-block-can-slide
assert agree["rotary", 1, True] == agree["none", 1, True] == (True, True, True)

# %% claim: two-blocks-remember
assert agree["rotary", 2, True] == agree["none", 2, True] == (True, False, True)

# %% claim: a-stuck-place-is-wrong
assert agree["rotary", 1, False] == agree["rotary", 2, False] == (True, False, False)
_model = build("rotary", 2)
_apart = (slide(_model, counts=False) - banded(_model))[:, WINDOW:].abs().max()
assert _apart > 0.01, _apart

# %% cost
from torch.utils.flop_counter import FlopCounterMode


def operations(model, *given):
    """Count multiplications and additions in matrix products."""
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        model(*given)
    return counter.get_total_flops()


learned, rotary = build("learned", 2), build("rotary", 2)
cache, sliding = KVCache(), SlidingCache(WINDOW, counts=True)
costs = {"anew when full": [], "sliding": []}
for t in range(TEXT):
    new, last = ids[:, t : t + 1], ids[:, max(0, t + 1 - WINDOW) : t + 1]
    given = (new, cache) if t < WINDOW else (last,)
    costs["anew when full"].append(operations(learned, *given))
    costs["sliding"].append(operations(rotary, new, sliding))
for name, row in costs.items():
    print(f"{name:15}", *[f"token {t}: {row[t - 1]:7,d}" for t in (1, 8, 9, 24)])

# %% steps
import matplotlib.pyplot as plt

for (name, row), style in zip(costs.items(), ("-", "--"), strict=True):
    plt.step(range(1, TEXT + 1), row, style, where="mid", label=name)
plt.yscale("log")
plt.xlabel("token")
plt.ylabel("operations for it")
plt.legend()
plt.show()

# %% claim: a-cliff-in-the-costs
_anew, _slide = costs.values()
jump = _anew[8] / _anew[7]
assert max(_anew[:8]) < 1.05 * min(_anew[:8]) and set(_anew[8:]) == {_anew[8]}
assert 7.9 < jump < 8.1, jump
assert len(set(_slide[7:])) == 1 and _slide[-1] < 1.05 * _slide[0]
