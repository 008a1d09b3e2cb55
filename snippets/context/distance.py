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
assert all(share < 0.7 for share in right[4:]), right
near, far = right[3], right[4]
