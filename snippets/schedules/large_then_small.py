"""A line on noisy batches: a constant rate, two constant rates in turn, a cosine."""

# %% data
import math

import torch

generator = torch.Generator().manual_seed(0)
N, B, EPOCHS = 1024, 8, 10
STEPS = EPOCHS * N // B
x = 2 * torch.rand(N, dtype=torch.float64, generator=generator) - 1
y = 2 * x + 0.5 + 0.3 * torch.randn(N, dtype=torch.float64, generator=generator)

X = torch.stack([x, torch.ones_like(x)], dim=1)
best = torch.linalg.solve(X.T @ X, X.T @ y)
best_loss = ((X @ best - y) ** 2).mean().item()


# %% train
def train(rate_of, steps=STEPS):
    """Return, every eight steps, the loss of all data above its lowest."""
    generator.manual_seed(4)  # the same batches for every schedule
    theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([theta], lr=rate_of(0))
    above = []
    for step in range(steps):
        if step % 8 == 0:
            above.append(((X @ theta - y) ** 2).mean().item() - best_loss)
        batch = torch.randint(N, (B,), generator=generator)
        optimiser.param_groups[0]["lr"] = rate_of(step)
        optimiser.zero_grad()
        ((X[batch] @ theta - y[batch]) ** 2).mean().backward()
        optimiser.step()
    return above


# %% compare
def schedules_for(steps):
    return {
        "0.1": lambda step: 0.1,
        "0.01": lambda step: 0.01,
        "0.1, then 0.01": lambda step: 0.1 if step < steps / 2 else 0.01,
        "cosine": lambda step: 0.05 * (1 + math.cos(math.pi * step / steps)),
    }


schedules = schedules_for(STEPS)
runs = {name: train(rate_of) for name, rate_of in schedules.items()}
print("above the lowest  in epoch 1  in 9 and 10")
floors = {}
for name, above in runs.items():
    first, floors[name] = sum(above[:16]) / 16, sum(above[-32:]) / 32
    print(f"{name:<16}  {first:10.4f}  {floors[name]:11.6f}")

# %% claim: large-then-small
_first = {_name: sum(_above[:16]) / 16 for _name, _above in runs.items()}
assert _first["0.1"] == _first["0.1, then 0.01"] < _first["0.01"] / 3, _first
floor_large, floor_small = floors["0.1"], floors["0.1, then 0.01"]
floor_cosine = floors["cosine"]
assert 5 < floor_large / floor_small < 20, floors
assert runs["0.01"][24] > 10 * runs["0.1"][24]
assert floor_small < 1.2 * floors["0.01"], "and as low as 0.01"

# %% three-epochs
steps = 3 * N // B
after_three = {}
for name, rate_of in schedules_for(steps).items():
    above = train(rate_of, steps)
    after_three[name] = sum(above[-8:]) / 8  # the last half epoch
    print(f"{name:<16}  {after_three[name]:9.6f}")

# %% claim: a-schedule-saves-time
_large, _small, _decay, _cosine = after_three.values()
assert _small > 20 * _decay and max(_decay, _cosine) < min(_large, _small), after_three
assert _large < 3 * floor_large, "on its floor"

# %% claim: cosine-is-lower-still
assert floor_cosine < floor_small, floors
assert sum(runs["cosine"][:16]) < 1.1 * sum(runs["0.1"][:16])

# %% picture
import matplotlib.pyplot as plt

figure, (upper, lower) = plt.subplots(2, 1, figsize=(5.2, 5.6), sharex=True)
epochs = [step * B / N for step in range(0, STEPS, 8)]
styles = {"0.1": ("0.5", "-"), "0.1, then 0.01": ("C4", "-"), "cosine": ("C2", "-")}
for name, (colour, style) in styles.items():
    rates = [schedules[name](step) for step in range(0, STEPS, 8)]
    upper.plot(epochs, rates, style, color=colour)
    lower.plot(epochs, runs[name], style, color=colour, linewidth=1, label=name)
upper.set_ylabel("learning rate")
lower.set_ylabel("loss above the lowest")
lower.set_xlabel("epoch")
lower.set_yscale("log")
lower.set_ylim(1e-6, 50)
lower.legend(loc="upper right", ncols=3)
plt.show()
