"""A hundred images for training: the validation loss turns round."""

# %% hundred
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.nn.functional import cross_entropy

digits = load_digits()
X, y = torch.tensor(digits.data) / 16, torch.tensor(digits.target)
order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
few, validation = order[:100], order[1000:1400]


# %% train
def train(seed=0, steps=600):
    """Yield the step and both losses, every ten steps, and the share right."""
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)).double()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
    for step in range(1, steps + 1):
        optimiser.zero_grad()
        loss = cross_entropy(model(X[few]), y[few])
        loss.backward()
        optimiser.step()
        if step % 10 == 0:
            with torch.no_grad():
                logits = model(X[validation])
            right = (logits.argmax(dim=1) == y[validation]).double().mean()
            others = cross_entropy(logits, y[validation])
            yield step, loss.item(), others.item(), right.item()


# %% log
history = list(train())
best = min(history, key=lambda it: it[2])
print("step   train loss   validation loss  right")
for step, loss, others, right in (history[4], best, history[-1]):
    print(f"{step:4d}   {loss:10.3f}   {others:15.3f}  {right:5.1%}")
best_step, best_loss, last_loss = best[0], best[2], history[-1][2]

# %% curves
import matplotlib.pyplot as plt

steps = [it[0] for it in history]
plt.figure()
plt.semilogy(steps, [it[1] for it in history], color="C2", label="training")
plt.semilogy(steps, [it[2] for it in history], "--", color="C2", label="validation")
plt.axvline(best_step, color="0.5", linewidth=0.8)
plt.xlabel("step")
plt.ylabel("loss")
plt.legend()
plt.show()

# %% claim: turns-round
for _seed in (0, 1):
    _history = list(train(_seed))
    _best = min(_history, key=lambda it: it[2])
    assert 100 < _best[0] < 300 and _history[-1][2] > 1.04 * _best[2], (_seed, _best)
    assert _history[-1][1] < 0.3 * _best[1], (_seed, _best)
    _after = [it[1] for it in _history if it[0] >= _best[0]]
    assert _after == sorted(_after, reverse=True), _seed

# %% claim: sure-of-its-mistakes
assert history[-1][3] >= best[3], (history[-1], best)
