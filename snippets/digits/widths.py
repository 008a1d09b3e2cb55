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
assert 0.90 < right < 0.97, right

# %% picture
import matplotlib.pyplot as plt

weight = model.weight.detach()
rows = [torch.cat(list(weight[i : i + 5].reshape(5, 8, 8)), dim=1) for i in (0, 5)]
plt.figure()
plt.imshow(torch.cat(rows), cmap="Greys")
plt.xticks([])
plt.yticks([])
plt.show()


# %% share-right
def share_right(model, part):
    with torch.no_grad():
        return (model(X[part]).argmax(dim=1) == y[part]).double().mean().item()


# %% widths
results = []
for width in (2, 8, 32, 128):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, width), nn.ReLU(), nn.Linear(width, 10))
    model = model.double()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.2)
    for _ in range(15):
        for batch in train[torch.randperm(len(train))].split(50):
            optimiser.zero_grad()
            nn.functional.cross_entropy(model(X[batch]), y[batch]).backward()
            optimiser.step()
    results.append((share_right(model, train), share_right(model, validation)))
    print(f"width {width:3d}  training {results[-1][0]:.1%}", end="")
    print(f"  validation {results[-1][1]:.1%}")

# %% claim: width-helps-at-first
assert results[0][1] < 0.7 < 0.9 < results[2][1], results
