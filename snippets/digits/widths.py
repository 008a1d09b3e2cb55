"""One linear layer on the digits, its weights as images, and four hidden widths."""

# %% one-layer
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
X, y = torch.tensor(digits.data) / 16, torch.tensor(digits.target)
order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
train, validation, _ = order.split([1000, 400, 397])

torch.manual_seed(0)
model = nn.Linear(64, 10, dtype=torch.float64)
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
for _ in range(20):
    for batch in train[torch.randperm(len(train))].split(50):
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(X[batch]), y[batch]).backward()
        optimiser.step()
with torch.no_grad():
    answers = model(X[validation]).argmax(dim=1)
right = (answers == y[validation]).double().mean().item()
print(f"right {right:.1%}")

# %% claim: a-line-goes-far
assert 0.93 < right < 0.97, right

# %% claim: ring-of-a-zero
_zero = model.weight[0].detach().reshape(8, 8)
_middle = _zero[3:5, 3:5]
_ring = torch.cat([_zero[1, 3:5], _zero[6, 3:5], _zero[3:5, 2], _zero[3:5, 5]])
assert (_middle < 0).all() and _ring.mean() > 0.2, (_middle, _ring)

# %% picture
import matplotlib.pyplot as plt

weight = model.weight.detach()
rows = [torch.cat(list(weight[i : i + 5].reshape(5, 8, 8)), dim=1) for i in (0, 5)]
plt.figure()
plt.imshow(torch.cat(rows), cmap="Greys")
plt.xticks([])
plt.yticks([])
plt.show()


# %% train
def train_width(width, seed=0):
    """Return the model, and the shares of right answers in training and on others."""
    torch.manual_seed(seed)
    layers = nn.Linear(64, width), nn.ReLU(), nn.Linear(width, 10)
    model = nn.Sequential(*layers).double()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.2)
    for _ in range(15):
        for batch in train[torch.randperm(len(train))].split(50):
            optimiser.zero_grad()
            nn.functional.cross_entropy(model(X[batch]), y[batch]).backward()
            optimiser.step()
    with torch.no_grad():
        right = (model(X).argmax(dim=1) == y).double()
    return model, right[train].mean().item(), right[validation].mean().item()


# %% widths
results = {}
for width in (2, 8, 32, 128):
    _, known, others = train_width(width)
    results[width] = others
    print(f"width {width:3d}  training {known:.1%}  validation {others:.1%}")
margin = 2 * (others * (1 - others) / len(validation)) ** 0.5

# %% claim: width-helps-at-first
assert results[2] < 0.3 < 0.85 < results[8] < results[32] - margin, results
assert abs(results[128] - results[32]) < margin < 0.03, (results, margin)

# %% two-units
seen = []
for seed in (0, 1, 2, 3):
    model, _, others = train_width(2, seed)
    live = (model[0](X[train]) > 0).any(dim=0).sum().item()
    seen.append((live, others))
    print(f"two units, seed {seed}: {live} live, validation {others:.1%}")

# %% claim: one-of-two-was-dead
assert seen[0][0] == 1 and seen[0][1] == results[2], seen
_one, _two = ([_right for _live, _right in seen if _live == _n] for _n in (1, 2))
assert len(_one) + len(_two) == 4 and max(_one) < 0.3 < 0.45 < min(_two) < 0.7, seen
