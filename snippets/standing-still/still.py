"""Four patients whose loss stands at a guess, and three more to find out."""

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

# %% too-fast
model = build()
print(f"first loss {training_loss(model, X, y):.3f}")
optimiser = torch.optim.SGD(model.parameters(), lr=20)
fast_means = train(model, optimiser, X, y)
report(fast_means, model, X, y)
fast = watch(model, optimiser, X, y)
n_dead = (model[0](X) <= 0).all(dim=0).sum().item()
print(f"dead units: {n_dead} of 32")

# %% claim: dead-of-haste
assert [float(gradient) for gradient, _ in fast] == [0, 0] and n_dead == 32, fast
assert fast_means[0] > 10 and min(fast_means) > 2.3, fast_means

# %% wrong-by-heart
generator = torch.Generator().manual_seed(1)
wrong = y[torch.randperm(len(y), generator=generator)]
few = training[:100]
shares = {}
for name, labels in (("right labels", y), ("wrong labels", wrong)):
    model = build()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(1000):
        optimiser.zero_grad()
        cross_entropy(model(X[few]), labels[few]).backward()
        optimiser.step()
    seen = share_right(model, X, labels, few)
    shares[name] = seen, share_right(model, X, y, validation)
    print(f"{name}: of the hundred {seen:.0%}, of others {shares[name][1]:.1%}")

# %% claim: by-heart-and-no-more
assert shares["right labels"][0] == 1 and shares["right labels"][1] > 0.75, shares
assert shares["wrong labels"][0] == 1 and shares["wrong labels"][1] < 0.2, shares

# %% louder-weights
print("times  first loss  last/first gradient  by heart")
readings = {}
for times in (1, 4, 8):
    model = build_deep(nn.Sigmoid)
    with torch.no_grad():
        for layer in model[::2]:
            layer.weight *= times
    start_loss = training_loss(model, X, y)
    cross_entropy(model(X[training]), y[training]).backward()
    fade = (model[-1].weight.grad.norm() / model[0].weight.grad.norm()).item()
    heart = by_heart(model, X, y)
    readings[times] = start_loss, fade, heart
    print(f"{times:5d}  {start_loss:10.2f}  {fade:19.0f}  {heart:8.2f}")

# %% claim: louder-is-no-cure
_losses, _fade, _hearts = zip(*readings.values(), strict=True)
assert list(_losses) == sorted(_losses), _losses
assert 1.8 < _losses[-1] / math.log(10) < 1.95, _losses
assert list(_hearts) == sorted(_hearts, reverse=True) and _hearts[-1] < 0.1, _hearts
assert _fade[0] > 100 and _fade[-1] < 6, _fade
