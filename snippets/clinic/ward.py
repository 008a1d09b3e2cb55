"""A healthy training, and four instruments."""

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
guess = math.log(10)
print(f"first loss {start:.3f}   ln 10 = {guess:.3f}")

# %% claim: one
assert abs(start - guess) < 0.03, start
assert abs(cross_entropy(torch.zeros(5, 10), y[:5]) - guess) < 1e-6
assert training_loss(build(), 255 * X, y) > 10, "it examines the inputs"

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

# %% steps
model = build()
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
weights = [model[0].weight, model[2].weight]
ratios = []
torch.manual_seed(0)
for _ in range(5):
    for batch in training[torch.randperm(1000)].split(50):
        before = [weight.detach().clone() for weight in weights]
        optimiser.zero_grad()
        cross_entropy(model(X[batch]), y[batch]).backward()
        optimiser.step()
        pairs = zip(weights, before, strict=True)
        ratios.append([((w - b).norm() / b.norm()).item() for w, b in pairs])
ratios = torch.tensor(ratios)  # (100 steps, 2 layers)
least, most = ratios.min().item(), ratios.max().item()

# %% claim: healthy-ratios
assert least > 0.01 and most < 0.15, (least, most)
_apart = ratios[:, 0] / ratios[:, 1]
assert _apart.min() > 0.5 and _apart.max() < 2, (_apart.min(), _apart.max())
assert 0.4 < ratios[-20:].mean() / ratios[:20].mean() < 0.6, ratios[::10]

# %% picture
import matplotlib.pyplot as plt

plt.plot(ratios[:, 0], color="C0", label="first layer")
plt.plot(ratios[:, 1], "--", color="C0", label="last layer")
plt.axhspan(0.01, 0.15, color="0.5", alpha=0.15)
plt.yscale("log")
plt.ylim(1e-4, 1)
plt.xlabel("step")
plt.ylabel("update ratio")
plt.legend(loc="lower right")
plt.show()

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
