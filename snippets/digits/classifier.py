"""A classifier of handwritten digits: data, model, training, one test."""

# %% load
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
X = torch.tensor(digits.data) / 16  # (1797, 64), shades 0 to 16 become 0 to 1
y = torch.tensor(digits.target)
print("images", tuple(X.shape), X.dtype, " labels", tuple(y.shape), y.dtype)
print("of each digit:", y.bincount().tolist())

n_images = len(y)

# %% claim: balanced
assert X.shape == (1797, 64) and X.min() == 0 and X.max() == 1
assert y.bincount().min() > 170 and y.bincount().max() < 190

# %% claim: thirteen-writers
_said = " ".join(digits.DESCR.split())
assert "copy of the test set" in _said and "different 13 to the test set" in _said

# %% ten-digits
import matplotlib.pyplot as plt

first = [(y == digit).nonzero()[0].item() for digit in range(10)]
images = nn.functional.pad(X[first].reshape(10, 8, 8), (1, 1, 1, 1))  # a white frame
rows = [torch.cat(list(row), dim=1) for row in images.split(5)]
plt.figure()
plt.imshow(torch.cat(rows), cmap="Greys")
plt.xticks([])
plt.yticks([])
plt.show()

# %% split
order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
train, validation, test = order.split([1000, 400, 397])
print(len(train), len(validation), len(test))

# %% claim: no-image-in-two-parts
_all = [*train.tolist(), *validation.tolist(), *test.tolist()]
assert sorted(_all) == list(range(1797))

# %% model
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).double()
criterion = nn.CrossEntropyLoss()
n_parameters = sum(p.numel() for p in model.parameters())


def measure(part):
    """Return the mean loss and the share of right answers on a part of the data."""
    model.eval()
    with torch.no_grad():
        logits = model(X[part])
    right = logits.argmax(dim=1) == y[part]
    return criterion(logits, y[part]).item(), right.double().mean().item()


first_loss, first_share = measure(train)
print(f"{n_parameters} parameters; before training: loss {first_loss:.3f}", end="")
print(f", right {first_share:.1%}; ln 10 = {torch.log(torch.tensor(10)):.3f}")

# %% claim: knows-nothing-yet
assert abs(first_loss - torch.log(torch.tensor(10.0))) < 0.03, first_loss
assert first_share < 0.2

# %% by-heart
import copy

few, pupil = train[:20], copy.deepcopy(model)
optimiser = torch.optim.SGD(pupil.parameters(), lr=0.5)
for step in range(301):
    optimiser.zero_grad()
    loss = criterion(pupil(X[few]), y[few])
    loss.backward()
    optimiser.step()
    if step % 100 == 0:
        print(f"step {step:3d}  loss {loss.item():.4f}")

with torch.no_grad():
    right = (pupil(X).argmax(dim=1) == y).double()
few_right, others_right = right[few].mean().item(), right[validation].mean().item()
print(f"right: {few_right:.0%} of the twenty, {others_right:.0%} of 400 others")

# %% claim: by-heart-is-not-learning
assert few_right == 1.0 and loss.item() < 0.02
assert 0.2 < others_right < 0.75, others_right

# %% train
optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
history, snapshots = [], []
for _ in range(40):
    model.train()
    for batch in train[torch.randperm(len(train))].split(50):
        optimiser.zero_grad()
        loss = criterion(model(X[batch]), y[batch])
        loss.backward()
        optimiser.step()
    history.append((*measure(train), *measure(validation)))
    snapshots.append({name: p.clone() for name, p in model.state_dict().items()})

# %% log
print("epoch   train loss  right   validation loss  right")
for epoch in (1, 2, 5, 10, 20, 40):
    train_loss, train_right, loss, right = history[epoch - 1]
    print(f"{epoch:5d}   {train_loss:10.3f}  {train_right:5.1%}", end="")
    print(f"   {loss:15.3f}  {right:5.1%}")

loss_at_five, right_late = history[4][2], history[-1][3]

# %% claim: it-learns
assert history[-1][1] > 0.99 and history[-1][3] > 0.94, history[-1]

# %% curves
epochs = range(1, len(history) + 1)
plt.figure()
plt.semilogy(epochs, [it[0] for it in history], color="C2", label="training")
plt.semilogy(epochs, [it[2] for it in history], "--", color="C2", label="validation")
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()

best_epoch = min(epochs, key=lambda epoch: history[epoch - 1][2])
best_loss = history[best_epoch - 1][2]

# %% claim: the-curves-part
_gap = [_it[2] / _it[0] for _it in history]
assert all(_ratio < 1.2 for _ratio in _gap[:4]) and _gap[-1] > 3, _gap
assert all(_it[2] > _it[0] for _it in history[2:])

# %% claim: it-pays-to-go-on
assert best_epoch == 38 and best_loss < 0.5 * loss_at_five, (best_epoch, best_loss)
assert history[37][3] > history[4][3] + 0.03

# %% early-stop
model.load_state_dict(snapshots[best_epoch - 1])
print(f"epoch {best_epoch}: validation loss {measure(validation)[0]:.3f}")

# %% claim: the-best-is-back
assert measure(validation)[0] == best_loss

# %% data: learning
MOMENTS = [0, 1, 2, 3, 4, 6, 8, 12, 20, best_epoch]
kept = {name: p.clone() for name, p in model.state_dict().items()}
torch.manual_seed(0)
fresh = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).double()
states = [fresh.state_dict(), *snapshots]
DIGITS = [str(digit) for digit in range(10)]
frames = []
for epoch in MOMENTS:
    model.load_state_dict(states[epoch])
    answers = model(X[validation]).argmax(dim=1)
    table = torch.zeros(10, 10, dtype=torch.float64)
    for truth, answer in zip(y[validation], answers, strict=True):
        table[truth, answer] += 1
    shares = (table / table.sum(dim=1, keepdim=True)).tolist()
    cells = {"kind": "cells", "rows": DIGITS, "columns": DIGITS}
    cells["values"] = [[round(share, 3) for share in row] for row in shares]
    past = history[:epoch]
    x = list(range(1, epoch + 1))
    curves = [
        {"kind": "line", "role": "loss", "x": x, "y": [round(it[0], 4) for it in past]},
        {"kind": "line", "role": "data", "x": x, "y": [round(it[2], 4) for it in past]},
    ]
    curves[0]["label"], curves[1]["label"] = "training", "validation"
    right = (answers == y[validation]).double().mean().item()
    note = f"{right:.1%} of the validation images right"
    frames.append({"name": str(epoch), "note": note, "marks": [[cells], curves]})
model.load_state_dict(kept)
learning = {
    "control": "epochs",
    "panels": [
        {"title": "true digit down, answer across"},
        {
            "title": "loss",
            "xlabel": "epoch",
            "ylabel": "loss",
            "xlim": [0, 40],
            "ylim": [0.01, 3],
            "yscale": "log",
        },
    ],
    "frames": frames,
    "start": len(frames) - 1,
}

# %% confusion
table = torch.zeros(10, 10, dtype=torch.long)
answers = model(X[validation]).argmax(dim=1)
for truth, answer in zip(y[validation], answers, strict=True):
    table[truth, answer] += 1
plt.figure()
plt.imshow(table, cmap="Greys")
plt.xticks(range(10))
plt.yticks(range(10))
plt.xlabel("answer")
plt.ylabel("true digit")
plt.show()

n_wrong = (answers != y[validation]).sum().item()

# %% claim: eights-and-nines-last
_found = {_frame["name"]: _frame["marks"][0][0]["values"] for _frame in frames}
_right = {_name: [_found[_name][_i][_i] for _i in range(10)] for _name in _found}
assert all(_right["2"][_digit] > 0.97 for _digit in (0, 4, 6)), _right["2"]
assert [_i for _i in range(10) if _right["6"][_i] < 0.9] == [8, 9], _right["6"]
assert min(_right[str(best_epoch)]) > 0.85, _right

# %% claim: mostly-on-the-diagonal
assert table.diagonal().sum().item() == 400 - n_wrong
assert (table.argmax(dim=1) == torch.arange(10)).all()

# %% mistakes
wrong = validation[answers != y[validation]][:8]
strip = torch.cat(list(X[wrong].reshape(-1, 8, 8)), dim=1)
plt.figure(figsize=(5.2, 1.2))
plt.imshow(strip, cmap="Greys")
told = model(X[wrong]).argmax(dim=1).tolist()
pairs = zip(y[wrong].tolist(), told, strict=True)
plt.xticks([8 * i + 3.5 for i in range(8)], [f"{a}, not {b}" for a, b in pairs])
plt.yticks([])
plt.show()

# %% test-once
test_loss, test_right = measure(test)
print(f"test: loss {test_loss:.3f}, right {test_right:.1%}")
margin = 2 * (test_right * (1 - test_right) / len(test)) ** 0.5
print(f"give or take {margin:.1%}")

# %% claim: the-test-agrees
assert abs(test_right - measure(validation)[1]) < margin < 0.03, (test_right, margin)

# %% claim: two-deviations
torch.manual_seed(0)
_samples = torch.rand(10_000, len(test), dtype=torch.float64) < test_right
_within = (_samples.double().mean(dim=1) - test_right).abs() < margin
assert 0.93 < _within.double().mean() < 0.98, _within.double().mean()
