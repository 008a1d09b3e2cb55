"""Five patients whose loss falls, or who are not ill, and three more to find out."""

# %% data
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

digits = load_digits()
X = torch.tensor(digits.data) / 16  # shades 0 to 16 become 0 to 1
y = torch.tensor(digits.target)
order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
training, validation, _ = order.split([1000, 400, 397])


def build():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).double()


# %% train
def train(model, optimiser, X, y, epochs=5):
    """Return the mean loss of each epoch."""
    torch.manual_seed(0)
    means = []
    for _ in range(epochs):
        total = 0.0
        for batch in training[torch.randperm(1000)].split(50):
            optimiser.zero_grad()
            loss = cross_entropy(model(X[batch]), y[batch])
            loss.backward()
            optimiser.step()
            total += loss.item()
        means.append(total / 20)
    return means


def share_right(model, X, y, part):
    with torch.no_grad():
        answers = model(X[part]).argmax(dim=1)
    return (answers == y[part]).double().mean().item()


# %% report
def report(means, model, X, y):
    """Print how the training went, and return the share that is right now."""
    right = share_right(model, X, y, validation)
    print("loss", *(f"{mean:#.3g}" for mean in means))
    print(f"right {right:.1%}")
    return right


model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
healthy = train(model, optimiser, X, y)
healthy_right = report(healthy, model, X, y)

# %% instruments
import copy
import math


def training_loss(model, X, y):
    with torch.no_grad():
        return cross_entropy(model(X[training]), y[training]).item()


def by_heart(model, X, y, lr=0.5, steps=200):
    """Return the loss of a copy of the model after 200 steps on twenty examples."""
    pupil, few = copy.deepcopy(model), training[:20]
    optimiser = torch.optim.SGD(pupil.parameters(), lr=lr)
    for _ in range(steps):
        optimiser.zero_grad()
        loss = cross_entropy(pupil(X[few]), y[few])
        loss.backward()
        optimiser.step()
    return loss.item()


# %% watch
def watch(model, optimiser, X, y):
    """Take one step; print each weight's gradient and how far the weight moved."""
    before, batch = copy.deepcopy(model.state_dict()), training[:50]
    optimiser.zero_grad()
    cross_entropy(model(X[batch]), y[batch]).backward()
    optimiser.step()
    readings = []
    print("layer gradient    moved")
    for name, weight in model.named_parameters():
        if name.endswith("weight"):
            gradient = "none" if weight.grad is None else f"{weight.grad.norm():.2g}"
            step = (weight - before[name]).norm().item()
            moved = step / before[name].norm().item()
            print(f"{name[:-7]:<5} {gradient:>8} {moved:>8.2g}")
            readings.append((gradient, moved))
    return readings


# %% readings
start, learned = training_loss(build(), X, y), by_heart(build(), X, y)
print(f"first loss {start:.3f}   twenty by heart {learned:.4f}")
model = build()
fresh = watch(model, torch.optim.SGD(model.parameters(), lr=0.5), X, y)

# %% claim: as-before
assert healthy_right > 0.88 and learned < 0.02, (healthy_right, learned)
assert abs(start - math.log(10)) < 0.03, start
assert all(0.1 < float(gradient) < 1 and moved < 0.1 for gradient, moved in fresh)


# %% half
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.head = nn.Linear(64, 32), nn.Linear(32, 10)

    def forward(self, x):
        hidden = torch.relu(self.body(x)).detach()
        self.seen = hidden  # to be drawn later
        return self.head(hidden)


torch.manual_seed(0)
model = Classifier().double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
half_means = train(model, optimiser, X, y)
half_right = report(half_means, model, X, y)

# %% claim: half-learns
assert half_means == sorted(half_means, reverse=True), half_means
assert 0.5 < half_right < healthy_right - 0.1, half_right

# %% half-read
print(f"twenty by heart: loss {by_heart(model, X, y):.2f}")
half = watch(model, optimiser, X, y)

# %% claim: body-stands
assert half[0] == ("none", 0.0) and 0.1 < float(half[1][0]) < 0.3, half
_head = model.head.weight
_back = (_head.detach() + 0.5 * _head.grad).norm()  # its size before the step
assert abs(half[1][1] - 0.5 * _head.grad.norm() / _back) < 1e-9, half


# %% half-cured
class Mended(Classifier):
    def forward(self, x):
        hidden = torch.relu(self.body(x))
        self.seen = hidden.detach()
        return self.head(hidden)


torch.manual_seed(0)
model = Mended().double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, X, y)
report(means, model, X, y)

# %% claim: whole-again
assert torch.allclose(torch.tensor(means), torch.tensor(healthy)), (means, healthy)
assert share_right(model, X, y, validation) == healthy_right > half_right + 0.1

# %% head
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
model[2] = nn.Linear(32, 10).double()  # a new last layer for a new task
head_means = train(model, optimiser, X, y)
head_right = report(head_means, model, X, y)

# %% claim: body-learns
assert head_means == sorted(head_means, reverse=True), head_means
assert 0.5 < head_right < healthy_right - 0.1, head_right

# %% head-read
head = watch(model, optimiser, X, y)

# %% claim: head-stands
assert head[0][1] > 0 and head[1][1] == 0 and float(head[1][0]) > 1, head

# %% head-cured
model = build()
model[2] = nn.Linear(32, 10).double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, X, y)
report(means, model, X, y)

# %% claim: head-learns
assert head_means[-1] > 2 * means[-1], (head_means, means)
assert all(abs(_a / _b - 1) < 0.25 for _a, _b in zip(means, healthy, strict=True)), (
    means
)
assert share_right(model, X, y, validation) > head_right + 0.05

# %% frozen
pairs = zip(X[training].split(50), y[training].split(50), strict=True)
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
frozen = []
for epoch in range(1, 5):
    for images, labels in pairs:
        optimiser.zero_grad()
        loss = cross_entropy(model(images), labels)
        loss.backward()
        optimiser.step()
    frozen.append(training_loss(model, X, y))
    print(f"epoch {epoch}  loss {frozen[-1]:.6f}")

# %% frozen-read
pairs = zip(X[training].split(50), y[training].split(50), strict=True)
n_steps = [sum(1 for _ in pairs) for epoch in range(4)]
print("steps:", n_steps)

# %% claim: no-steps
assert len(frozen) == 4 and len(set(frozen)) == 1, frozen
assert n_steps == [20, 0, 0, 0] and list(pairs) == [], n_steps

# %% frozen-cured
pairs = list(zip(X[training].split(50), y[training].split(50), strict=True))
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
thawed = []
for epoch in range(1, 5):
    for images, labels in pairs:
        optimiser.zero_grad()
        loss = cross_entropy(model(images), labels)
        loss.backward()
        optimiser.step()
    thawed.append(training_loss(model, X, y))
    print(f"epoch {epoch}  loss {thawed[-1]:.6f}")

# %% claim: wakes
assert thawed[0] == frozen[0] and thawed[3] < 0.5 * frozen[3], (thawed, frozen)

# %% fading
shades, labels = torch.tensor(digits.data)[training], y[training]  # 0 to 16
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
faded = []
for epoch in range(1, 6):
    total = 0.0
    for first in range(0, 1000, 50):
        images = shades[first : first + 50]
        images /= 16
        optimiser.zero_grad()
        loss = cross_entropy(model(images), labels[first : first + 50])
        loss.backward()
        optimiser.step()
        total += loss.item()
    faded.append(total / 20)
    print(f"epoch {epoch}  loss {faded[-1]:.3f}")

# %% fading-read
shades = torch.tensor(digits.data)[training]
for epoch in range(1, 4):
    for first in range(0, 1000, 50):
        images = shades[first : first + 50]
        images /= 16
    print(f"epoch {epoch}  darkest pixel {shades.max():.4f}")

# %% claim: goes-blank
assert shades.max() == 16 / 16**3
assert faded[0] < math.log(10) - 0.1 and faded[0] < faded[1] < faded[2], faded
assert abs(faded[-1] - math.log(10)) < 0.05, faded

# %% fading-cured
shades = torch.tensor(digits.data)[training]
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
kept = []
for epoch in range(1, 6):
    total = 0.0
    for first in range(0, 1000, 50):
        images = shades[first : first + 50] / 16  # a new tensor
        optimiser.zero_grad()
        loss = cross_entropy(model(images), labels[first : first + 50])
        loss.backward()
        optimiser.step()
        total += loss.item()
    kept.append(total / 20)
    print(f"epoch {epoch}  loss {kept[-1]:.3f}")

# %% claim: stays
assert shades.max() == 16 and kept[-1] < 0.5, kept

# %% column
labels = y.reshape(-1, 1)  # a table has rows, also for a single column
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
column_means = train(model, optimiser, X, labels.flatten())
print("loss", *(f"{mean:#.3g}" for mean in column_means))
with torch.no_grad():
    answers = model(X[validation]).argmax(dim=1)
column_right = (answers == labels[validation]).double().mean().item()
print(f"right {column_right:.1%}")

# %% column-read
n_right = 0
for place, answer in zip(validation.tolist(), answers.tolist(), strict=True):
    n_right += answer == labels[place].item()
print(f"one by one: {n_right} of {len(validation)}")
print("shape compared:", tuple((answers == labels[validation]).shape))

# %% claim: as-healthy
assert (answers == labels[validation]).shape == (400, 400)
assert abs(column_right - 0.1) < 0.01, column_right
for _digit in range(10):  # a model that says the same to everything
    _equal = torch.full((400,), _digit) == labels[validation]
    assert abs(_equal.double().mean() - 0.1) < 0.03, _digit
assert n_right / 400 == healthy_right, (n_right, healthy_right)

# %% column-cured
flat = labels[validation].flatten()
assert answers.shape == flat.shape, (answers.shape, flat.shape)
print(f"right {(answers == flat).double().mean():.1%}")

# %% curves
import matplotlib.pyplot as plt

five = {
    "wanted to be drawn": (half_means, "--"),
    "new head": (head_means, "-."),
    "fades": (faded, ":"),
    "not ill": (column_means, "-"),
}
epochs = range(1, 6)
for name, (means, style) in five.items():
    plt.plot(epochs, means, style, color="C2", label=name)
plt.plot(range(1, 5), frozen, "o", color="C2", label="fell asleep")
plt.plot(epochs, healthy, color="0.5", linewidth=4, alpha=0.4, label="healthy")
plt.ylim(0, 2.5)
plt.xticks(epochs)
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend(fontsize=9, ncols=2, loc="lower left")
plt.show()

# %% claim: no-curve-tells
for _means in (half_means, head_means):
    assert _means == sorted(_means, reverse=True), _means
    assert _means[-1] > 4 * healthy[-1], _means
assert column_means == healthy and faded[0] < faded[-1], (column_means, faded)

# %% ramp
torch.manual_seed(0)
layers = [nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10), nn.ReLU()]
model = nn.Sequential(*layers).double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
ramp_means = train(model, optimiser, X, y)
report(ramp_means, model, X, y)

# %% ramp-cured
with torch.no_grad():
    answers = model(X[validation]).argmax(dim=1)
counts = answers.bincount(minlength=10).tolist()
print("answers 0 to 9:")
print(*counts)
with torch.no_grad():
    logits = model[:3](X)  # before the last ReLU
own = [(logits[y == digit, digit] > 0).double().mean() for digit in range(10)]
print("own logit positive:")
print(*(f"{share:.0%}" for share in own))
n_never = counts.count(0)
print(f"twenty by heart: loss {by_heart(model, X, y):.2f}")

torch.manual_seed(0)
layers = [nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)]
model = nn.Sequential(*layers).double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, X, y)
report(means, model, X, y)

# %% claim: some-never
assert counts[4] == 0 and ramp_means[-1] > 3 * means[-1], (ramp_means, means)
for _digit in range(10):
    assert (own[_digit] < 0.05) == (counts[_digit] == 0), (_digit, own, counts)
    assert own[_digit] < 0.05 or own[_digit] > 0.9, own

# %% same
torch.manual_seed(0)
layers = [nn.Linear(64, 32), nn.Tanh()] + [nn.Linear(32, 32), nn.Tanh()] * 2
model = nn.Sequential(*layers, nn.Linear(32, 10)).double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
same_means = train(model, optimiser, X, y)
same_right = report(same_means, model, X, y)

# %% claim: nobody-notices
assert same_right > 0.88, same_right

# %% same-cured
n_same = sum(p.numel() for p in model.parameters())
print("with * 2:", n_same)
print("layers 2 and 4 are one:", model[2] is model[4])
layers = [nn.Linear(64, 32), nn.Tanh()]
for _ in range(2):
    layers += [nn.Linear(32, 32), nn.Tanh()]
model = nn.Sequential(*layers, nn.Linear(32, 10))
n_deep = sum(p.numel() for p in model.parameters())
print("in a loop:", n_deep)

# %% claim: one-layer
assert n_deep == (64 * 32 + 32) + 2 * (32 * 32 + 32) + (32 * 10 + 10), n_deep
assert n_same == n_deep - (32 * 32 + 32), (n_same, n_deep)

# %% nine
is_nine = (y == 9).long()  # class 1: a nine, class 0: any other digit
torch.manual_seed(0)
layers = [nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2)]
model = nn.Sequential(*layers).double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.003)
nine_means = train(model, optimiser, X, is_nine)
nine_right = report(nine_means, model, X, is_nine)

# %% claim: mostly-right
assert nine_means == sorted(nine_means, reverse=True), nine_means
assert 0.87 < nine_right < 0.88 and 0.7 < nine_means[0] / nine_means[-1] < 1.5

# %% nine-cured
with torch.no_grad():
    n_answered = model(X[validation]).argmax(dim=1).sum().item()
always_no = (is_nine[validation] == 0).double().mean().item()
print("nines answered:", n_answered)
print(f"right if always no: {always_no:.1%}")
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, X, is_nine)
report(means, model, X, is_nine)
with torch.no_grad():
    print("nines answered:", model(X[validation]).argmax(dim=1).sum().item())
print("nines there are:", is_nine[validation].sum().item())

# %% claim: no-better-than-no
assert n_answered == 0 and nine_right == always_no, (n_answered, nine_right)
assert is_nine.sum() == (digits.target == 9).sum() == 180
assert share_right(model, X, is_nine, validation) > 0.95
