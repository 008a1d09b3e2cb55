"""Two numbers for each word, and where training puts them."""

# %% train
import torch
from torch import nn

from mygpt.language import SENTENCES, START, WORDS, best_loss, to_rows
from mygpt.mlp import MLP
from mygpt.train import train

torch.manual_seed(0)
model = MLP(17, context=6, start=WORDS.encode(START).item(), width=2)
nn.init.normal_(model.tokens.weight, std=0.01)  # all words at nearly the same point
model.double()
optimiser = torch.optim.Adam(model.parameters(), lr=0.03)
losses = train(model, [to_rows(SENTENCES)] * 250, optimiser)
print(f"loss {losses[-1]:.4f}, floor {best_loss(6):.4f}")

# %% groups
points = model.tokens.weight.detach()
heaps = []  # words less than 0.1 apart are one heap
for word, point in zip(WORDS.vocabulary, points, strict=True):
    for heap in heaps:
        if (points[WORDS.encode(heap[0])] - point).norm() < 0.1:
            heap.append(word)
            break
    else:
        heaps.append([word])

for heap in heaps:
    print(*heap)

# %% claim: seven-heaps
assert losses[-1] < best_loss(6) + 0.001, losses[-1]
_expected = "I you we they, she he Alice, really, love loves need needs, AI tea cats"
_expected = [set(group.split()) for group in _expected.split(", ")]
assert [set(heap) for heap in heaps if len(heap) > 1 or heap == ["really"]] == sorted(
    _expected, key=lambda group: min(map(WORDS.vocabulary.index, group))
)
n_heaps = len(heaps)
assert n_heaps == 7
_places = torch.stack([points[WORDS.encode(heap[0])][0] for heap in heaps])
assert torch.pdist(_places).min() > 0.2, torch.pdist(_places).min()

# %% picture
import matplotlib.pyplot as plt

plt.figure(figsize=(5.2, 3.8))
plt.plot(points[:, 0], points[:, 1], "o", color="C0")
for heap in heaps:
    x, y = points[WORDS.encode(heap[0])][0].tolist()
    right, up = (-0.12, -0.05) if heap == ["!"] else (0, 0.13)  # a narrow place
    plt.text(x + right, y + up, " ".join(heap), ha="center")
plt.xlabel("first number")
plt.ylabel("second number")
plt.xlim(-2.2, 2.0)
plt.ylim(-1.3, 2.6)
plt.show()
