"""A small GPT of the toy language learns to answer a question."""

# %% pretrain
import torch

from mygpt import set_seed
from mygpt.data import batches
from mygpt.language import (
    SENTENCES,
    WORDS,
    best_loss,
    sample_stream,
    sentence_loss,
    to_rows,
)
from mygpt.model import GPT, GPTConfig
from mygpt.tokenizer import Tokenizer
from mygpt.train import next_token_loss, train

torch.set_default_dtype(torch.float64)

# %% base
words = Tokenizer((*WORDS.vocabulary, "-s?", "yes", "no"), separator=" ")
generator = torch.Generator().manual_seed(0)
stream, starts = sample_stream(500, generator)
set_seed(0)
base = GPT(GPTConfig(vocab_size=20, context=16, width=32, heads=2, layers=2))
optimiser = torch.optim.AdamW(base.parameters(), lr=0.01)
train(base, batches(stream, 16, 16, 150, generator, starts), optimiser)
base.requires_grad_(False)  # from here on, only copies are trained
before, best = sentence_loss(base, SENTENCES), best_loss(None)
print(f"loss on the language {before:.1f}, best possible {best:.1f}")

# %% claim: knows-the-language
assert best < before < best + 0.1, before

# %% question
from mygpt.language import ENDINGS, Sentence

OTHER = dict(love="loves", loves="love", need="needs", needs="need")


def ask(sentence: Sentence, mistaken: bool) -> list[str]:
    """Write a sentence, with the wrong verb if so wanted, the question, the answer."""
    asked = [OTHER.get(word, word) if mistaken else word for word in sentence]
    return [*asked, "-s?", "yes" if ENDINGS[sentence[1]] else "no"]


for number, mistaken in ((0, False), (0, True), (200, False), (200, True)):
    print(" ".join(ask(SENTENCES[number], mistaken)))

# %% claim: by-the-subject-alone
for _sentence in SENTENCES:
    _right, _wrong = ask(_sentence, False), ask(_sentence, True)
    assert _right[:-2] == list(_sentence) and _wrong != _right
    assert _right[-1] == _wrong[-1] == ("yes" if _right[-5].endswith("s") else "no")

# %% rows
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence


def rows(sentences: list[Sentence]) -> tuple[Tensor, Tensor, Tensor]:
    """Return inputs, all targets, and the targets that are answers; each (B, T)."""
    asked = [ask(it, mistaken) for it in sentences for mistaken in (False, True)]
    lines = [words.encode(" ".join(line)) for line in asked]
    inputs = pad_sequence([line[:-1] for line in lines], batch_first=True)
    targets = pad_sequence([line[1:] for line in lines], True, padding_value=-100)
    answers = words.encode("yes no")
    masked = targets.where(torch.isin(targets, answers), -100)
    return inputs, targets, masked


order = torch.randperm(252, generator=torch.Generator().manual_seed(1)).tolist()
inputs, targets, masked = rows([SENTENCES[i] for i in order[:126]])
fresh_inputs, _, fresh_answers = rows([SENTENCES[i] for i in order[126:]])

asked = int((inputs[0] > 0).sum())
print("input   ", words.decode(inputs[0, :asked]))
print("target  ", [words.vocabulary[i] if i >= 0 else "·" for i in masked[0, :asked]])
print(f"{(masked >= 0).sum()} of {(targets >= 0).sum()} targets are answers")

# %% claim: one-answer-a-row
assert ((masked >= 0).sum(dim=1) == 1).all() and len(masked) == 252
_kept = masked >= 0
assert (masked[_kept] == targets[_kept]).all()
assert not set(order[:126]) & set(order[126:]) and len(fresh_inputs) == 252
share_kept = _kept.sum().item() / (targets >= 0).sum().item()
assert share_kept < 0.12, share_kept

# %% tune
from collections.abc import Callable

from torch import nn


def tune(
    model: nn.Module,
    targets: Tensor,
    lr: float,
    rehearse: bool = False,
    report: Callable[[], None] = lambda: None,
) -> None:
    """Take 150 steps on 16 questions each; rehearse the plain language beside."""
    once = torch.Generator().manual_seed(2)
    optimiser = torch.optim.AdamW(model.parameters(), lr, weight_decay=0.0)
    for _ in range(150):
        some = torch.randint(len(inputs), (16,), generator=once)
        loss = next_token_loss(model, inputs[some], targets[some])
        if rehearse:
            for plain in batches(stream, 16, 8, 1, once, starts):
                loss = loss + next_token_loss(model, *plain)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        report()


# %% full
from copy import deepcopy


@torch.no_grad()
def share_right(model: nn.Module) -> float:
    """Ask about the sentences kept back; the likeliest of all 20 tokens counts."""
    here = fresh_answers >= 0  # (B, T), one place in each row
    said = model(fresh_inputs)[here].argmax(dim=-1)
    return (said == fresh_answers[here]).double().mean().item()


full, film = deepcopy(base).requires_grad_(True), [base.state_dict()]
tune(full, masked, 0.002, report=lambda: film.append(deepcopy(full.state_dict())))
print(f"right answers before {share_right(base):.0%}, after {share_right(full):.0%}")

# %% claim: answers-what-it-never-saw
right_before, right_full = share_right(base), share_right(full)
_said = base(fresh_inputs)[fresh_answers >= 0].argmax(dim=-1)
assert not torch.isin(_said, words.encode("yes no")).any() and len(_said) == 252
_no = (fresh_answers == words.encode("no")).sum().item() / len(fresh_answers)
assert right_before == 0 and 0.5 < _no < 0.6 and right_full > 0.95, (right_full, _no)


# %% unmasked
@torch.no_grad()
def right_verbs(model: nn.Module) -> float:
    """Where a verb is due: the share of the right ending among all four verbs."""
    shares = []
    for *beginning, _verb, _object, _mark in SENTENCES[::6]:
        p = model(words.encode(" ".join(beginning))[None])[0, -1].softmax(dim=-1)
        ending = ENDINGS[beginning[1]]
        right = p[words.encode(f"love{ending} need{ending}")].sum()
        shares.append((right / p[words.encode(" ".join(OTHER))].sum()).item())
    return sum(shares) / len(shares)


unmasked = deepcopy(base).requires_grad_(True)
tune(unmasked, targets, lr=0.002)
for name, model in (("base", base), ("answers only", full), ("all", unmasked)):
    print(f"{name:12}  right verbs {right_verbs(model):.1f}", end="")
    print(f"  more than nine answers in ten right: {share_right(model) > 0.9}")

# %% claim: all-tokens-teach-the-mistakes
assert right_verbs(base) > 0.95 and right_verbs(full) > 0.85, right_verbs(full)
assert 0.4 < right_verbs(unmasked) < 0.65, right_verbs(unmasked)
assert share_right(unmasked) < 0.75, share_right(unmasked)


# %% adapter
class LoRA(nn.Module):
    """A frozen layer and, beside it, a change of low rank that is trained."""

    def __init__(self, layer: nn.Linear, rank: int) -> None:
        super().__init__()
        inputs, outputs = layer.in_features, layer.out_features
        self.layer = layer.requires_grad_(False)
        self.A = nn.Parameter(torch.randn(rank, inputs) / inputs**0.5)
        self.B = nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, x: Tensor) -> Tensor:
        return self.layer(x) + x @ self.A.T @ self.B.T


# %% adapt
set_seed(3)
adapted = deepcopy(base)
for block in adapted.blocks:
    for name in ("query", "key", "value", "proj"):
        setattr(block.attention, name, LoRA(getattr(block.attention, name), rank=4))
adapted.head = LoRA(adapted.head, rank=4)
n_whole = sum(p.numel() for p in base.parameters())
n_part = sum(p.numel() for p in adapted.parameters() if p.requires_grad)
print(f"{n_part:,} of {n_whole:,} parameters are trained")
same_start = torch.equal(adapted(inputs), base(inputs))
tune(adapted, masked, lr=0.006)
print("the same model at the start:", same_start)
print(f"right answers {share_right(adapted):.0%}")

# %% claim: a-twelfth-of-the-parameters
right_adapted = share_right(adapted)
assert same_start and right_adapted > 0.95, right_adapted
assert (
    n_part == 8 * 4 * (32 + 32) + 4 * (20 + 32) and n_part * 11 < n_whole < n_part * 13
)

# %% rehearsed
rehearsed = deepcopy(base).requires_grad_(True)
tune(rehearsed, masked, lr=0.002, rehearse=True)


@torch.no_grad()
def unasked(model: nn.Module) -> float:
    """In sentences without a question: the mean probability of yes and no."""
    plain, following = to_rows(SENTENCES)  # each (B, T)
    p = model(plain).softmax(dim=-1)[following >= 0]  # (places, 20)
    return p[:, words.encode("yes no")].sum(dim=-1).mean().item()


# %% table
print("            answers  loss on the   yes or no")
print("              right     language     unasked")
four = dict(before=base, full=full, adapter=adapted, rehearsed=rehearsed)
for name, model in four.items():
    right, loss = share_right(model), sentence_loss(model, SENTENCES)
    print(f"{name:9}  {right:8.0%}  {loss:11.1f}  {unasked(model):10.1f}")

# %% claim: both-forget-and-rehearsal-helps
loss_full, loss_adapted = (sentence_loss(m, SENTENCES) for m in (full, adapted))
loss_rehearsed = sentence_loss(rehearsed, SENTENCES)
assert loss_adapted > loss_full + 0.5 > 2 * before, (loss_full, loss_adapted)
assert loss_rehearsed < before + 0.02 and share_right(rehearsed) > 0.95
assert unasked(base) < 0.01 and unasked(rehearsed) < 0.05
assert min(unasked(full), unasked(adapted)) > 0.2

# %% off
for block in adapted.blocks:
    for name in ("query", "key", "value", "proj"):
        setattr(block.attention, name, getattr(block.attention, name).layer)
adapted.head = adapted.head.layer
as_before = torch.equal(adapted(inputs), base(inputs))
print("without the adapter, the old model bit for bit:", as_before)

# %% claim: taken-off-nothing-is-lost
assert as_before and sentence_loss(adapted, SENTENCES) == before
assert not torch.equal(full(inputs), base(inputs))

# %% stops
stops = [0, 10, 20, 30, 60, 80, 100, 150]
line = ["<s>", "she", "really", "loves", "cats", "!"]
asked = ["<s>", "she", "really", "love", "cats", "!", "-s?"]
places, levels, rights = [], [], []
for stop in stops:
    full.load_state_dict(film[stop])
    with torch.no_grad():
        p = full(words.encode(" ".join(line))[None])[0].softmax(dim=-1)
        q = full(words.encode(" ".join(asked))[None])[0, -1:].softmax(dim=-1)
    p = torch.cat([p, q])[:, words.encode("yes no")]  # (7, 2)
    places.append(torch.cat([p, 1 - p.sum(dim=1, keepdim=True)], dim=1).tolist())
    levels.append(round(sentence_loss(full, SENTENCES), 2))
    rights.append(round(share_right(full), 2))

# %% data: forgets
_rows = [*line, "… -s?"]
forgets = {
    "control": "steps of fine-tuning",
    "panels": [
        {"title": "what comes after each word: the probability"},
        {
            "title": "loss on the language, and share of right answers",
            "xlabel": "step",
            "ylabel": "nats, or share",
            "xlim": [0, 150],
            "ylim": [0, 4],
            "marks": [
                {
                    "kind": "line",
                    "role": "muted",
                    "x": [0, 150],
                    "y": [round(best, 3)] * 2,
                    "label": "best possible loss",
                },
                {
                    "kind": "line",
                    "role": "loss",
                    "x": stops,
                    "y": levels,
                    "label": "loss on the language",
                },
                {
                    "kind": "line",
                    "role": "model",
                    "x": stops,
                    "y": rights,
                    "label": "right answers",
                },
            ],
        },
    ],
    "frames": [
        {
            "name": str(stop),
            "note": f"{right:.0%} of the answers right, loss {level:.2f}",
            "marks": [
                [
                    {
                        "kind": "cells",
                        "rows": _rows,
                        "columns": ["yes", "no", "other"],
                        "values": [[round(w, 2) for w in row] for row in table],
                    }
                ],
                [
                    {"kind": "points", "role": "loss", "x": [stop], "y": [level]},
                    {"kind": "points", "role": "model", "x": [stop], "y": [right]},
                ],
            ],
        }
        for stop, table, level, right in zip(stops, places, levels, rights, strict=True)
    ],
    "start": 5,
}

# %% picture
import matplotlib.pyplot as plt

plt.plot(stops, levels, "o-", color="C2", label="loss on the language, nats")
plt.plot(stops, rights, "o-", color="C0", label="share of right answers")
plt.axhline(best, color="0.5", linestyle="--", label="best possible loss")
plt.xlabel("step of fine-tuning")
plt.legend()
plt.show()

# %% claim: forgets-while-it-learns
_half = next(s for s, right in zip(stops, rights, strict=True) if right > 0.9)
_double = next(s for s, level in zip(stops, levels, strict=True) if level > 2 * before)
assert _double < _half, (_double, _half)
assert rights[0] == 0 and rights[-1] > 0.95 and levels[-1] > 2 * levels[0]

# %% claim: answers-at-both-ends
_other = [row[2] for row in places[-1]]  # neither yes nor no
assert min(_other[1:4]) > 0.95 and max(_other[0], *_other[4:6]) < 0.3, _other
assert all(row[2] > 0.95 for row in places[0][:6])
