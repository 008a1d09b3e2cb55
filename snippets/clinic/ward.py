"""A healthy training, four instruments, nine patients and four more to find out."""

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


# %% healthy
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

# %% claim: it-learns
assert healthy[-1] < 0.4 and healthy_right > 0.88, (healthy, healthy_right)

# %% instrument-one
import math


def training_loss(model, X, y):
    with torch.no_grad():
        return cross_entropy(model(X[training]), y[training]).item()


start = training_loss(build(), X, y)
print(f"first loss {start:.3f}   ln 10 = {math.log(10):.3f}")

# %% claim: one
assert abs(start - math.log(10)) < 0.03, start

# %% instrument-two
import copy


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


learned = by_heart(build(), X, y)
print(f"twenty by heart: loss {learned:.4f}")

# %% claim: two
assert learned < 0.02, learned


# %% instrument-three
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


# %% watch-healthy
model = build()
size = model[0].weight.norm().item()
fresh = watch(model, torch.optim.SGD(model.parameters(), lr=0.5), X, y)
slope, fresh_moved = model[0].weight.grad.norm().item(), fresh[0][1]

# %% claim: three
assert abs(0.5 * slope / size - fresh_moved) < 1e-9
assert all(0.1 < float(gradient) < 1 and moved < 0.1 for gradient, moved in fresh)

# %% instrument-four
model, batch = build(), training[:50]
losses = []
for x, label in zip(X[batch], y[batch].tolist(), strict=True):
    logits = model(x).tolist()  # one image, ten plain numbers
    total = sum(math.exp(z) for z in logits)
    losses.append(-math.log(math.exp(logits[label]) / total))
slow = sum(losses) / len(losses)
quick = cross_entropy(model(X[batch]), y[batch]).item()
print(f"slow {slow:.6f}   quick {quick:.6f}")

# %% claim: four
assert abs(slow - quick) < 1e-12, (slow, quick)

# %% bytes
pixels = (X * 255).round()  # as an image file stores them, 0 to 255
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
bytes_means = train(model, optimiser, pixels, y)
bytes_right = report(bytes_means, model, pixels, y)

# %% claim: like-guessing
assert bytes_right < 0.15 and abs(bytes_means[-1] - math.log(10)) < 0.01, bytes_means

# %% bytes-read
bytes_start = training_loss(build(), pixels, y)
print(f"first loss {bytes_start:.1f}")
after = watch(model, optimiser, pixels, y)

# %% claim: silenced
assert bytes_start > 10 * start, bytes_start
assert [float(gradient) for gradient, _ in after] == [0, 0], after
assert model[0].bias.grad.norm() == 0 < model[2].bias.grad.norm()
assert (model[0](pixels) <= 0).all(), "no image switches a unit on"

# %% bytes-cured
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, pixels / 255, y)
report(means, model, pixels / 255, y)

# %% claim: quiet-inputs
assert share_right(model, pixels / 255, y, validation) > 0.88


# %% sigmoids
def build_deep(activation):
    torch.manual_seed(0)
    layers = [nn.Linear(64, 32), activation()]
    for _ in range(2):
        layers += [nn.Linear(32, 32), activation()]
    return nn.Sequential(*layers, nn.Linear(32, 10)).double()


model = build_deep(nn.Sigmoid)
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
sigmoid_means = train(model, optimiser, X, y)
report(sigmoid_means, model, X, y)

# %% sigmoids-read
model = build_deep(nn.Sigmoid)
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
sigmoid_learned = by_heart(model, X, y)
print(f"first loss {training_loss(model, X, y):.3f}")
print(f"twenty by heart: loss {sigmoid_learned:.2f}")
patient = by_heart(model, X, y, lr=2, steps=1000)
print(f"rate 2, 1000 steps:   {patient:.2f}")
deep = watch(model, optimiser, X, y)
shrinks = (float(deep[-1][0]) / float(deep[0][0])) ** (1 / 3)

# %% claim: slow-and-not-dead
assert sigmoid_learned > 2 and patient < 0.05, (sigmoid_learned, patient)
assert by_heart(build_deep(nn.Tanh), X, y) < 0.1, "in 200 steps at the rate 0.5"

# %% claim: vanishes
assert sigmoid_learned > 2 and shrinks > 4, (sigmoid_learned, shrinks)
_gradients = [float(gradient) for gradient, _ in deep]
assert _gradients == sorted(_gradients) and _gradients[0] < 1e-2 * _gradients[-1]

# %% sigmoids-cured
model = build_deep(nn.Tanh)
print(f"twenty by heart: loss {by_heart(model, X, y):.2f}")
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, X, y)
report(means, model, X, y)

# %% claim: tanh-learns
assert by_heart(build_deep(nn.Tanh), X, y) < 0.1 and means[-1] < 1, means

# %% crawl
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.0001)
crawl_means = train(model, optimiser, X, y)
report(crawl_means, model, X, y)

# %% crawl-read
crawl_learned = by_heart(build(), X, y)
print(f"twenty by heart: loss {crawl_learned:.4f}")
slow_steps = watch(model, optimiser, X, y)

# %% claim: tiny-steps
assert crawl_learned == learned, (crawl_learned, learned)
for (_, _brisk), (_, _slow) in zip(fresh, slow_steps, strict=True):
    assert 0.9 * 5000 < _brisk / _slow < 1.1 * 5000, (_brisk, _slow)
assert all(0.1 < float(gradient) < 1 for gradient, _ in slow_steps)

# %% crawl-cured
print("rate     loss  right")
for rate in (0.0001, 0.01, 0.1, 0.5):
    model = build()
    means = train(model, torch.optim.SGD(model.parameters(), lr=rate), X, y)
    right = share_right(model, X, y, validation)
    print(f"{rate:<6}  {means[-1]:.3f}  {right:.1%}")

# %% claim: faster-is-better
assert crawl_means[-1] > 2.3 and right > 0.85, (crawl_means, right)

# %% apart
generator = torch.Generator().manual_seed(1)
images = X[torch.randperm(len(X), generator=generator)]
labels = y[torch.randperm(len(y), generator=generator)]
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
apart_means = train(model, optimiser, images, labels)
report(apart_means, model, images, labels)

# %% apart-read
print(f"first loss {training_loss(build(), images, labels):.3f}")
apart_learned = by_heart(build(), images, labels)
print(f"twenty by heart: loss {apart_learned:.4f}")
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
apart = watch(model, optimiser, images, labels)

# %% claim: nothing-found
assert (
    apart_learned < 0.05 and abs(training_loss(build(), images, labels) - start) < 0.05
)
assert all(0.1 < float(gradient) < 1 and moved < 0.1 for gradient, moved in apart)

# %% apart-look
import matplotlib.pyplot as plt

figure, panels = plt.subplots(2, 3, figsize=(3.2, 2.8))
for panel, place in zip(panels.flat, training[:6], strict=True):
    panel.imshow(images[place].reshape(8, 8), cmap="Greys")
    panel.set_title(f"{labels[place]}?")
    panel.set_xticks([])
    panel.set_yticks([])
plt.show()

# %% apart-cured
generator = torch.Generator().manual_seed(1)
shuffled = torch.randperm(len(X), generator=generator)
images, labels = X[shuffled], y[shuffled]
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, images, labels)
report(means, model, images, labels)

# %% claim: one-draw
assert apart_means[-1] > 2.2 and means[-1] < 0.5, (apart_means, means)

# %% four-curves
four = {
    "loud inputs": (bytes_means, ":"),
    "sigmoids": (sigmoid_means, "--"),
    "no hurry": (crawl_means, "-."),
    "other chart": (apart_means, "-"),
}
epochs = range(1, 6)
plt.figure()
for name, (means, style) in four.items():
    plt.plot(epochs, means, style, color="C2", label=name)
plt.plot(epochs, healthy, color="0.5", label="healthy")
plt.ylim(0, 2.8)
plt.xticks(epochs)
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend(loc="center right", ncols=2)
plt.show()

# %% claim: one-symptom
for _means, _ in four.values():
    assert all(abs(_it - math.log(10)) < 0.1 for _it in _means[1:]), four
assert all(abs(_it - math.log(10)) > 0.5 for _it in healthy[1:]), healthy


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
assert half[0] == ("none", 0.0) and float(half[1][0]) > 0.1, half


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
assert len(set(frozen)) == 1 and n_steps == [20, 0, 0, 0], (frozen, n_steps)

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
print("with * 2:", sum(p.numel() for p in model.parameters()))
print("layers 2 and 4 are one:", model[2] is model[4])
model = build_deep(nn.Tanh)
print("in a loop:", sum(p.numel() for p in model.parameters()))

# %% claim: one-layer
_n_deep = sum(p.numel() for p in model.parameters())
assert _n_deep == (64 * 32 + 32) + 2 * (32 * 32 + 32) + (32 * 10 + 10), _n_deep

# %% nine
is_nine = (y == 9).long()  # class 1: a nine, class 0: any other digit
torch.manual_seed(0)
layers = [nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2)]
model = nn.Sequential(*layers).double()
optimiser = torch.optim.SGD(model.parameters(), lr=0.003)
nine_means = train(model, optimiser, X, is_nine)
nine_right = report(nine_means, model, X, is_nine)

# %% claim: mostly-right
assert nine_means == sorted(nine_means, reverse=True) and nine_right > 0.85, nine_right

# %% nine-cured
with torch.no_grad():
    print("nines answered:", model(X[validation]).argmax(dim=1).sum().item())
print(f"right if always no: {(is_nine[validation] == 0).double().mean():.1%}")
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
means = train(model, optimiser, X, is_nine)
report(means, model, X, is_nine)
with torch.no_grad():
    print("nines answered:", model(X[validation]).argmax(dim=1).sum().item())
print("nines there are:", is_nine[validation].sum().item())

# %% claim: no-better-than-no
assert nine_right == (is_nine[validation] == 0).double().mean().item(), nine_right
assert share_right(model, X, is_nine, validation) > 0.95

# %% alarm
model = build()
nn.init.zeros_(model[2].weight)
nn.init.zeros_(model[2].bias)
print(f"first loss {training_loss(model, X, y):.6f}")
cross_entropy(model(X[training]), y[training]).backward()
first_reading = model[0].weight.grad.norm().item()
print(f"gradient of the first layer {first_reading:.2g}")

# %% alarm-cured
print(f"twenty by heart: loss {by_heart(model, X, y):.4f}")
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
for step in range(3):
    optimiser.zero_grad()
    cross_entropy(model(X[training]), y[training]).backward()
    optimiser.step()
    print(f"step {step}  first layer {model[0].weight.grad.norm():.2g}")
means = train(model, optimiser, X, y)
report(means, model, X, y)

# %% claim: healthy-after-all
assert first_reading == 0 and model[0].weight.grad.norm() > 0, first_reading
assert means[-1] < 0.4 and share_right(model, X, y, validation) > 0.88, means
