"""Eight sizes, eight amounts of text, and a law that predicts the largest."""

# %% words
import torch

torch.set_default_dtype(torch.float64)
first = [c + v + "n" for c in "BDKLMT" for v in "aeio"]
last = [c + v + "ll" for c in "BFHMTW" for v in "aeio"]
things = [c + v + "s" for c in "bdfgklmnprstvwxz" for v in "aeio"]
words = ["<s>", "!", "loves", "needs", *first, *last, *things]
n_people, n_things = len(first) * len(last), len(things)
print(len(words), "words,", n_people, "people,", n_things, "things")

# %% language
chance = torch.Generator().manual_seed(0)
known = torch.randperm(n_people, generator=chance)  # the best known person first
taste = torch.randint(n_things, (n_people, 2), generator=chance)  # loves, needs
share = torch.arange(1, n_people + 1) ** -1.5  # Zipf's law: by rank
share = share / share.sum()

rank = torch.arange(n_people).repeat_interleave(2)  # each person in two sentences
verb = torch.arange(2).repeat(n_people)
who, edge = known[rank], torch.zeros_like(rank)
columns = [edge, 4 + who // 24, 28 + who % 24, 2 + verb, 52 + taste[rank, verb]]
sentences = torch.stack([*columns, edge + 1, edge], dim=1)  # (1152, 7)
p_sentence = share[rank] / 2
for i in (0, 2, 4, 1150):
    text = " ".join(words[id] for id in sentences[i])
    print(f"{p_sentence[i]:.6f}  {text}")

# %% floor
import math

floor = -(p_sentence * p_sentence.log()).sum().item() / 6  # six tokens to predict
print(f"best possible loss {floor:.3f}, knowing nothing {math.log(len(words)):.3f}")

# %% exact
import torch.nn.functional as F
from torch import nn


@torch.no_grad()
def language_loss(model: nn.Module) -> float:
    """Compute the loss on the whole language, each sentence by its share."""
    logits = model(sentences[:, :-1])  # (1152, 6, V)
    each = F.cross_entropy(
        logits.flatten(0, 1), sentences[:, 1:].flatten(), reduction="none"
    )
    return (p_sentence @ each.view(-1, 6).mean(dim=1)).item()


# %% text
amounts = [100, 129, 167, 215, 278, 359, 464, 600]  # steps of 64 sentences
drawn = p_sentence.multinomial(64 * 600, replacement=True, generator=chance)
batches = [(some[:, :-1], some[:, 1:]) for some in sentences[drawn].split(64)]
tokens = [steps * 64 * 6 for steps in amounts]
print(" ".join(f"{D:,}" for D in tokens))

# %% run
from mygpt import set_seed
from mygpt.model import GPT, GPTConfig
from mygpt.train import train


def run(width: int) -> tuple[int, list[float]]:
    """Train one size; return its parameters and its loss after each amount."""
    set_seed(0)
    model = GPT(GPTConfig(vocab_size=len(words), context=6, width=width, heads=1))
    optimiser = torch.optim.AdamW(model.parameters(), lr=0.06 / width**0.5, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: (1 + step / 100) ** -0.5
    )
    losses, read = [], 0
    for steps in amounts:
        train(model, batches[read:steps], optimiser, lambda _: rate.step())
        losses.append(language_loss(model))
        read = steps
    return sum(p.numel() for p in model.parameters()), losses


# %% small
grid = dict(run(width) for width in (6, 7, 8, 10, 12, 14, 17))
print("parameters   loss after each amount of text")
for N, losses in grid.items():
    print(f"{N:10,}", " ".join(f"{loss:5.2f}" for loss in losses))

# %% fit
points = [(N, D, loss) for N in grid for D, loss in zip(tokens, grid[N], strict=True)]


def law(p, N, D):
    """Loss by five numbers: two coefficients, two exponents, and a floor."""
    log_A, alpha, log_B, beta, log_E = p
    size, text = (N / 1e3) ** -alpha, (D / 1e5) ** -beta
    return log_A.exp() * size + log_B.exp() * text + log_E.exp()


# %% descend
def fit(points, p=(-1.0, 0.5, -1.0, 0.5, -0.5)):
    """Descend on the five numbers, by the squared error of the logarithm."""
    N, D, loss = torch.tensor(points).T
    p = torch.tensor(p, requires_grad=True)
    optimiser = torch.optim.LBFGS([p], max_iter=300, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        error = (law(p, N, D).log() - loss.log()).square().mean()
        error.backward()
        return error

    optimiser.step(closure)
    return p.detach()


# %% fitted
p = fit(points)
alpha, beta, E = p[1].item(), p[3].item(), p[4].exp().item()
off = [abs(law(p, N, D).item() / loss - 1) for N, D, loss in points]
print(f"alpha {alpha:.1f}, beta {beta:.1f}, irreducible {E:.2f}")
print(f"the law misses its own points by {sum(off) / len(off):.1%} on average")

# %% promise
N_large = sum(
    q.numel() for q in GPT(GPTConfig(len(words), 6, width=32, heads=1)).parameters()
)
promise = law(p, N_large, tokens[-1]).item()
print(f"{N_large:,} parameters, {tokens[-1]:,} tokens: it will reach {promise:.3f}")

# %% claim: each-sentence-has-its-share
assert abs(p_sentence.sum().item() - 1) < 1e-12
assert len(words) == 116 and len({tuple(row) for row in sentences.tolist()}) == 1152
_by_hand = sum(share * (1 / share).log()).item() + math.log(2)  # who, and which verb
assert abs(floor - _by_hand / 6) < 1e-9, (floor, _by_hand)

# %% claim: more-of-either-helps
_rows = torch.tensor(list(grid.values()))  # (sizes, amounts)
assert _rows.shape == (7, 8) and (_rows > floor).all()
assert (_rows.diff(dim=1) < 0).all() and (_rows[-1] < _rows[0]).all()
assert (_rows.diff(dim=0) < 0.01).all(), _rows

# %% claim: five-numbers-for-fifty-six
missed = sum(off) / len(off)
assert len(points) == 56 and missed < 0.015, missed

# %% large
N_large, large = run(32)
print(f"it has reached {large[-1]:.3f}")
print(f"above the floor: {promise - floor:.3f} promised, {large[-1] - floor:.3f} real")

# %% claim: the-promise-is-kept
real = large[-1]
factor = N_large / max(grid)
assert 2.5 < factor < 3 and abs(promise / real - 1) < 0.02, (promise, real)
assert abs((promise - floor) / (real - floor) - 1) < 0.2

# %% claim: nearly-the-entropy
_wrong = E / floor - 1
assert 0 < abs(_wrong) < 0.08, (E, floor)
wrong = abs(_wrong)

# %% picture
import matplotlib.pyplot as plt

for losses in grid.values():
    plt.plot(tokens, [loss - floor for loss in losses], "o", color="C0", markersize=4)
for N in grid:
    plt.plot(tokens, [law(p, N, D).item() - floor for D in tokens], color="C0")
foretold = [law(p, N_large, D).item() - floor for D in tokens]
plt.plot(tokens, foretold, "--", color="C1", label="promised")
plt.plot(tokens, [loss - floor for loss in large], "s", color="C1", label="real")
plt.xscale("log")
plt.yscale("log")
plt.xlabel("tokens of text")
plt.ylabel("loss above the best possible")
plt.legend()
plt.show()

# %% no-floor
import numpy as np

sizes = np.log(list(grid))
ends = np.log([losses[-1] for losses in grid.values()])
slope, offset = np.polyfit(sizes, ends, 1)  # log loss = offset + slope * log N
crossing = math.exp((math.log(floor) - offset) / slope)
print(f"loss ~ N^{slope:.2f}; it crosses the floor at {crossing:,.0f} parameters")
print(f"at a million parameters it promises {math.exp(offset) * 1e6**slope:.2f}")

# %% claim: a-line-goes-through-the-floor
million = math.exp(offset) * 1e6**slope
assert N_large < crossing < 1e6 and million < 0.9 * floor, (crossing, million)

# %% at-budget
everything = grid | {N_large: large}


def at_budget(C):
    """Find how far above the floor each size is, once its operations are spent."""
    found = {}
    for N, losses in everything.items():
        D = C / (6 * N)
        if tokens[0] <= D <= tokens[-1]:  # read between two amounts, on log axes
            above = np.interp(
                math.log(D), np.log(tokens), np.log(np.array(losses) - floor)
            )
            found[N] = math.exp(above)
    return found


# %% budget
budgets = [0.8e9, 1.0e9, 1.2e9, 1.5e9, 1.9e9, 2.4e9, 2.9e9, 3.6e9]
best = {}
for C in budgets:
    found = at_budget(C)
    best[C] = min(found, key=found.get)
    print(
        f"{C:.1e} operations: {best[C]:6,} parameters, {C / 6 / best[C]:8,.0f} tokens"
    )

growth = beta / (alpha + beta)  # by the law, the best size grows as C to this power
print(f"by the law, the best size grows as C^{growth:.2f}")

# %% claim: a-larger-budget-wants-both
_sizes = list(best.values())
_texts = [C / 6 / N for C, N in best.items()]
assert _sizes == sorted(_sizes), best
assert _sizes[0] < _sizes[-1] and _texts[0] < _texts[-1], best
assert all(min(at_budget(C)) < best[C] < max(at_budget(C)) for C in budgets), best

# %% claim: flat-at-the-bottom
for _C in budgets:
    _found = at_budget(_C)
    _near = [_found[N] for N in _found if 0.7 < N / best[_C] < 1.4]
    assert len(_near) >= 3 and max(_near) < 7 / 6 * min(_near), (_C, _near)

# %% data: runs
_near = [round(N) for N in np.geomspace(1800, 22000, 25).tolist()]
_faint = [
    {
        "kind": "line",
        "role": "muted",
        "x": tokens,
        "y": [round(loss - floor, 4) for loss in losses],
    }
    for losses in everything.values()
]
_frames = []
for _C in budgets:
    _found = {N: round(above, 4) for N, above in at_budget(_C).items()}
    _law = [round(law(p, N, _C / 6 / N).item() - floor, 4) for N in _near]
    _text = [round(_C / 6 / N) for N in _found]
    _rows = [
        [
            {"kind": "line", "role": "extra", "label": "law", "x": _near, "y": _law},
            {
                "kind": "points",
                "role": "loss",
                "label": "runs",
                "x": list(_found),
                "y": list(_found.values()),
            },
        ],
        [
            {
                "kind": "points",
                "role": "loss",
                "label": "this budget",
                "x": _text,
                "y": list(_found.values()),
            }
        ],
    ]
    _note = (
        f"best of the runs: {best[_C]:,} parameters, {_C / 6 / best[_C]:,.0f} tokens"
    )
    _frames.append({"name": f"{_C / 1e9:.1f}", "note": _note, "marks": _rows})
runs = {
    "control": "thousand million operations",
    "panels": [
        {
            "title": "one budget, several sizes",
            "xlabel": "parameters",
            "ylabel": "loss above the floor",
            "xlim": [1700, 24000],
            "ylim": [0.05, 0.5],
            "xscale": "log",
            "yscale": "log",
        },
        {
            "title": "where these runs are stopped",
            "xlabel": "tokens",
            "ylabel": "loss above the floor",
            "xlim": [35000, 260000],
            "ylim": [0.05, 0.5],
            "xscale": "log",
            "yscale": "log",
            "marks": _faint,
        },
    ],
    "frames": _frames,
    "start": 3,
}

# %% valleys
for C in budgets[::2]:
    found = at_budget(C)
    label = f"{C / 1e9:.1f} thousand million operations"
    plt.plot(list(found), list(found.values()), "o-", label=label)
plt.xscale("log")
plt.yscale("log")
plt.xlabel("parameters")
plt.ylabel("loss above the best possible")
plt.legend()
plt.show()
