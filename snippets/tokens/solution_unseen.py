"""What becomes of the row of a token that the data never show."""

# %% three-optimisers
import torch
import torch.nn.functional as F
from torch import nn

from mygpt import to_ids

ids = to_ids(["I", "love", "!"])  # no AI
letters = torch.tensor([1.0, 4.0, 1.0])
rows = {}

for name in ("SGD", "Adam", "AdamW"):
    table = nn.Embedding(4, 1)
    nn.init.constant_(table.weight, 3.0)
    optimiser = getattr(torch.optim, name)(table.parameters(), lr=0.1)
    for _ in range(100):
        optimiser.zero_grad()
        F.mse_loss(table(ids)[:, 0], letters).backward()
        optimiser.step()
    rows[name] = table.weight[:, 0].tolist()
    print(f"{name:6}", [round(value, 2) for value in rows[name]])

# %% claim: only-decay-moves-it
unseen = rows["AdamW"][2]
assert rows["SGD"][2] == 3 == rows["Adam"][2]
assert abs(unseen - 3 * (1 - 0.1 * 0.01) ** 100) < 1e-5, unseen
for _name in rows:
    assert abs(rows[_name][1] - 4) < 0.05, (_name, rows[_name])
