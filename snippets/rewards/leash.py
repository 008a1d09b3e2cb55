"""A small GPT is rewarded for sentences of the language, with a leash and without."""

# %% pretrain
from copy import deepcopy

import torch
from torch import Tensor

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import SENTENCES, START, WORDS, sample_stream, to_rows
from mygpt.model import GPT, GPTConfig
from mygpt.train import train

torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(0)
stream, starts = sample_stream(500, generator)
set_seed(0)
old = GPT(GPTConfig(vocab_size=17, context=16, heads=1))
optimiser = torch.optim.AdamW(old.parameters(), lr=0.01)
train(old, batches(stream, 16, 16, 60, generator, starts), optimiser)
n_parameters = sum(p.numel() for p in old.parameters())


# %% chances
def log_chances(model: GPT, inputs: Tensor, targets: Tensor) -> Tensor:
    """Add up the log-probabilities of each row's targets: (B, T), (B, T) -> (B,)."""
    log_p = model(inputs).log_softmax(dim=-1)  # (B, T, V)
    here = log_p.gather(-1, targets.clamp(min=0)[..., None])[..., 0]  # (B, T)
    return here.where(targets >= 0, 0.0).sum(dim=1)


whole_language = to_rows(SENTENCES)
with torch.no_grad():
    start_p = log_chances(old, *whole_language).exp()  # (252,)
start_reward = start_p.sum().item()
print(f"it writes a sentence of the language with probability {start_reward:.2f}")

# %% claim: about-half
assert 0.4 < start_reward < 0.6, start_reward
assert start_p.shape == (252,)

# %% write
end = WORDS.encode(START).item()


@torch.no_grad()
def write(model: GPT, count: int, chance: torch.Generator) -> tuple[Tensor, Tensor]:
    """Write texts at once, up to their end: inputs, and targets with -100 after it."""
    ids = torch.full((count, 1), end)
    for _ in range(12):
        p = model(ids)[:, -1].softmax(dim=-1)  # (B, V)
        ids = torch.cat([ids, torch.multinomial(p, 1, generator=chance)], dim=1)
    written = ids[:, 1:]
    over = (written == end).cumsum(dim=1) - (written == end).long() > 0
    return ids[:, :-1], written.masked_fill(over, -100)


# %% judge
known = {" ".join([*sentence[1:], START]) for sentence in SENTENCES}


def reward(targets: Tensor) -> Tensor:
    """Give 1 for a sentence of the language, else 0: (B, T) -> (B,)."""
    texts = [WORDS.decode(i for i in row if i >= 0) for row in targets.tolist()]
    return torch.tensor([float(text in known) for text in texts])


inputs, targets = write(old, 6, torch.Generator().manual_seed(4))
for row, earned in zip(targets.tolist(), reward(targets).tolist(), strict=True):
    print(f"{earned:.0f}  {WORDS.decode(i for i in row if i >= 0)}")

# %% claim: the-program-is-the-judge
assert len(known) == 252
_inputs, _targets = whole_language
assert (reward(_targets) == 1).all()
_broken = _targets.clone()
_broken[:, 1] = WORDS.encode("!").item()
assert (reward(_broken) == 0).all()
assert 0 < reward(targets).sum() < 6

# %% beside
parameters = list(old.parameters())


def slope(of: Tensor) -> Tensor:
    return torch.cat([it.flatten() for it in torch.autograd.grad(of, parameters)])


exact = slope(log_chances(old, *whole_language).exp().sum())
angles = {}
for count in (32, 512):
    texts = write(old, count, torch.Generator().manual_seed(5))
    advantage = reward(texts[1]) - start_reward
    estimate = slope((advantage * log_chances(old, *texts)).mean())
    angles[count] = torch.cosine_similarity(exact, estimate, dim=0).item()
    print(f"{count:4d} texts: cosine with the exact slope {angles[count]:.1f}")

# %% claim: more-texts-nearer-the-slope
assert 0.1 < angles[32] < 0.6 and angles[512] > 0.8, angles
assert exact.shape == (n_parameters,)


# %% loop
stops = [0, 5, 10, 20, 30, 40, 60, 80]


def reinforce(leash: float) -> list[Tensor]:
    """Return the chances of the 252 sentences at each of the stops."""
    model, chance = deepcopy(old), torch.Generator().manual_seed(1)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.003)
    baseline, film = start_reward, []
    for step in range(stops[-1] + 1):
        if step in stops:
            with torch.no_grad():
                film.append(log_chances(model, *whole_language).exp())
        texts = write(model, 32, chance)
        log_p = log_chances(model, *texts)  # (B,)
        with torch.no_grad():
            away = log_p - log_chances(old, *texts)
            earned = reward(texts[1]) - leash * away
        loss = -((earned - baseline) * log_p).mean()
        baseline += 0.1 * (earned.mean().item() - baseline)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return film


# %% measure
def different(p: Tensor, count: int = 200) -> float:
    """How many different sentences of the language are expected among so many texts."""
    return (1 - (1 - p) ** count).sum().item()


films = {leash: reinforce(leash) for leash in (0.0, 0.1, 0.3)}
print("leash  reward  different of 200")
print(f"before  {start_reward:.2f}  {different(start_p):9.0f}")
for leash, film in films.items():
    print(f"{leash:.1f}     {film[-1].sum():.2f}  {different(film[-1]):9.0f}")

# %% claim: collapses-without-a-leash
free, middle, short = (film[-1] for film in films.values())
many_before, many_free = different(start_p), different(free)
many_middle, many_short = different(middle), different(short)
reward_free, reward_short = free.sum().item(), short.sum().item()
assert reward_free > 0.99 and many_free < many_before / 3, (reward_free, many_free)
_all = torch.full((252,), 1 / 252)
assert abs(different(_all) - 138) < 0.5
assert len(films[0.0]) == 8 and torch.equal(films[0.0][0], start_p)

# %% claim: the-leash-keeps-them
assert min(many_middle, many_short) > many_before, (many_middle, many_short)
assert middle.sum() > 0.95 and short.sum() > 0.9, (middle.sum(), short.sum())

# %% survivors
for place in films[0.0][-1].topk(5).indices.tolist():
    p = films[0.0][-1][place]
    print(f"{p:.1f}  {' '.join(SENTENCES[place][1:])}")

# %% claim: five-make-two-thirds
five_share = films[0.0][-1].topk(5).values.sum().item()
assert five_share > 2 / 3 and start_p.topk(5).values.sum() < 0.2, five_share
_lengths = [len(SENTENCES[i]) for i in films[0.0][-1].topk(5).indices.tolist()]
assert set(_lengths) == {5}, _lengths

# %% claim: small-differences-at-first
with torch.no_grad():
    _first = WORDS.encode("I you we they she he Alice")
    _p = old(torch.tensor([[end]]))[0, -1].softmax(dim=-1)[_first]
    _begun = torch.stack([torch.full((7,), end), _first], dim=1)  # (7, 2)
    _really = old(_begun)[:, -1].softmax(dim=-1)[:, WORDS.encode("really")][:, 0]
_good = start_p.view(7, 6, 6).sum(dim=2)  # by subject and number of really
_with = (_good[:, 1:].sum() / (_p * _really).sum()).item()
_without = (_good[:, 0].sum() / (_p * (1 - _really)).sum()).item()
assert 0.01 < _without - _with < 0.06, (_without, _with)
_each = _good.sum(dim=1) / _p  # in the order of the words above
assert _each[:3].min() - _each[4:].max() > 0.06 and _each.max() - _each.min() < 0.12

# %% cost
from math import exp

most = {}
for leash in (0.1, 0.3, 1.0):
    good, bad = start_reward * exp(1 / leash), 1 - start_reward
    most[leash] = good / (good + bad)
    reached = f", reached {films[leash][-1].sum():.2f}" if leash in films else ""
    print(
        f"leash {leash}: reward of the best possible model {most[leash]:.2f}{reached}"
    )

# %% claim: below-the-formula
for _leash in (0.1, 0.3):
    _reached = films[_leash][-1].sum().item()
    assert most[_leash] - 0.05 < _reached < most[_leash], (_leash, _reached)
assert most[0.1] > 0.999 and most[0.3] < 0.98 and most[1.0] < 0.8, most
assert films[0.3][-1].sum() < films[0.1][-1].sum() < films[0.0][-1].sum()

# %% tables
from mygpt.language import ENDINGS

subjects, counts = list(ENDINGS), [str(count) for count in range(6)]


def table(p: Tensor) -> list[list[float]]:
    """Shares by subject and number of really, divided by the largest of them."""
    shares = p.view(7, 6, 6).sum(dim=2)  # verbs and objects taken together
    return (shares / shares.max()).mul(100).round().div(100).tolist()


lines = {leash: [round(different(p)) for p in film] for leash, film in films.items()}

# %% data: collapse
_roles = {0.0: "gradient", 0.1: "extra", 0.3: "model"}
_labels = {leash: f"leash {leash}" if leash else "no leash" for leash in films}
collapse = {
    "control": "steps",
    "panels": [
        {"title": "no leash: subject (row), times really (column)"},
        {"title": "leash 0.3: the same"},
        {
            "title": "different sentences among 200 texts",
            "xlabel": "step",
            "ylabel": "sentences",
            "xlim": [0, 80],
            "ylim": [0, 140],
            "marks": [
                {
                    "kind": "line",
                    "role": _roles[leash],
                    "label": _labels[leash],
                    "x": stops,
                    "y": lines[leash],
                }
                for leash in films
            ],
        },
    ],
    "frames": [
        {
            "name": str(step),
            "note": f"reward without a leash {films[0.0][n].sum():.2f}, "
            f"with 0.3 {films[0.3][n].sum():.2f}",
            "marks": [
                *(
                    [
                        {
                            "kind": "cells",
                            "rows": subjects,
                            "columns": counts,
                            "values": table(films[leash][n]),
                        }
                    ]
                    for leash in (0.0, 0.3)
                ),
                [
                    {
                        "kind": "points",
                        "role": _roles[leash],
                        "x": [step],
                        "y": [lines[leash][n]],
                    }
                    for leash in films
                ],
            ],
        }
        for n, step in enumerate(stops)
    ],
    "start": 7,
}

# %% picture
import matplotlib.pyplot as plt

for (leash, line), colour in zip(lines.items(), ("C3", "C5", "C0"), strict=True):
    plt.plot(stops, line, "o-", color=colour, label=f"leash {leash}")
plt.ylim(0, 140)
plt.xlabel("step")
plt.ylabel("different sentences among 200")
plt.legend()
plt.show()

# %% claim: fewer-and-fewer
assert lines[0.0] == sorted(lines[0.0], reverse=True), lines[0.0]
assert lines[0.1][-1] > lines[0.1][0] and lines[0.3][-1] > lines[0.3][0]
_short = films[0.0][-1].view(7, 6, 6).sum(dim=(0, 2))  # by the number of really
assert _short[0] > 0.8 and films[0.3][-1].view(7, 6, 6).sum(dim=(0, 2)).min() > 0.05, (
    _short
)
