"""A rule learnt at short distances, and asked for at longer ones."""

# %% short-sentences
import torch

from mygpt.language import ENDINGS, SENTENCES, START, WORDS, to_rows
from mygpt.mlp import MLP
from mygpt.train import train

short = [sentence for sentence in SENTENCES if sentence.count("really") <= 3]
torch.manual_seed(0)
model = MLP(17, context=6, start=WORDS.encode(START).item())
optimiser = torch.optim.Adam(model.parameters(), lr=0.03)
losses = train(model, [to_rows(short)] * 150, optimiser)
print(f"{len(short)} sentences, loss {losses[-1]:.4f}")

# %% ask
plain, with_s = WORDS.encode("love need"), WORDS.encode("loves needs")
right = []
for count in range(6):
    answers = []
    for subject, ending in ENDINGS.items():
        ids = WORDS.encode(" ".join([START, subject, *["really"] * count]))[None, :]
        p = model(ids)[0, -1].softmax(dim=-1)
        share_s = p[with_s].sum() / (p[with_s].sum() + p[plain].sum())
        answers.append((share_s if ending else 1 - share_s).item())
    right.append(sum(answers) / len(answers))
    print(f"{count} times really: the right ending with {right[-1]:.2f}")

# %% claim: no-rule-beyond
assert all(share > 0.99 for share in right[:4]), right
assert all(share < 0.5 for share in right[4:]), right  # worse than a coin

# %% asked
inputs, targets = to_rows(short)
windows, she = model.windows(inputs), WORDS.encode("she")
ending = torch.isin(targets, torch.cat([plain, with_s]))  # a verb comes next
print("she, words ago   windows with it   before an ending")
for ago in range(1, 7):
    there = (windows[:, :, -ago] == she) & (targets != -100)
    print(f"{ago:14}   {there.sum():15}   {(there & ending).sum():16}")

# %% claim: never-asked-for-an-ending
_she = [(windows[:, :, -ago] == she) & (targets != -100) for ago in range(1, 7)]
assert all((it & ending).sum() > 0 for it in _she[:4])  # as far as it knows the rule
assert all((it & ending).sum() == 0 for it in _she[4:])
assert all(it.sum() > 0 for it in _she)
torch.manual_seed(0)
_fresh = MLP(17, context=6, start=WORDS.encode(START).item())
_moved = (model.hidden.weight - _fresh.hidden.weight).view(32, 6, 8).norm(dim=(0, 2))
assert _moved.min() > _moved.max() / 3, _moved  # the weights of every place have moved
