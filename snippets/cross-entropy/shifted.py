"""A text is its own exercise sheet: each token is the answer to those before it."""

# %% shift
from mygpt import VOCAB, to_ids

ids = to_ids(["I", "love", "AI", "!"])
inputs, targets = ids[:-1], ids[1:]
for given, wanted in zip(inputs.tolist(), targets.tolist(), strict=True):
    print(f"after {VOCAB[given]:4} comes {VOCAB[wanted]}")

# %% claim: one-later
assert len(inputs) == len(targets) == len(ids) - 1
assert targets[:-1].equal(inputs[1:])

# %% learn
import torch
from torch import nn


def learn(model, criterion, x, y, lr):
    """Run the loop of the whole book."""
    optimiser = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(50):
        optimiser.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return losses


# %% both
from mygpt.bigram import Bigram

torch.manual_seed(0)
hours = torch.tensor([[1.0], [2.0], [3.0]])
line = learn(nn.Linear(1, 1), nn.MSELoss(), hours, 2 * hours, lr=0.1)
table = Bigram(vocab_size=4)
words = learn(table, nn.CrossEntropyLoss(), inputs, targets, lr=2.0)
print(f"a line:  {line[0]:7.4f} -> {line[-1]:.4f}")
print(f"a table: {words[0]:7.4f} -> {words[-1]:.4f}")

# %% claim: one-loop-for-both
import math

loss_first = words[0]
assert abs(loss_first - math.log(4)) < 1e-6
assert line[-1] < 0.01 * line[0] and words[-1] < 0.05 * words[0]
assert table(inputs).argmax(dim=-1).equal(targets)
