"""Minus the logarithm of the probability of what came."""

# %% curve
import math

import torch

p = torch.linspace(0.004, 1, 250, dtype=torch.float64)
loss = -p.log()

for chance in (1.0, 0.5, 0.25, 0.01):
    surprise = math.log(1 / chance)
    print(f"p {chance:4.2f}  loss {surprise:.4f}  perplexity {math.exp(surprise):5.1f}")

# %% claim: half-the-probability-costs-ln-2
for _p in (1.0, 0.5, 0.25, 0.01):
    assert abs(math.exp(-math.log(_p)) - 1 / _p) < 1e-9 / _p
assert (loss[1:] < loss[:-1]).all()
_steps = loss[:125] - loss[1::2]  # at half the probability, less that at the whole
assert torch.allclose(p[:125] * 2, p[1::2])
assert _steps.max() - _steps.min() < 1e-12, _steps
half_costs = _steps.mean().item()
assert abs(half_costs - math.log(2)) < 1e-12

# %% picture
import matplotlib.pyplot as plt

plt.figure()
plt.plot(p, loss, color="C2")
marks = {"sure and right": 0.97, "one of two": 0.5, "one of four": 0.25, "AI": 0.0826}
for name, chance in marks.items():
    plt.plot(chance, -math.log(chance), "o", color="C2")
    plt.text(chance + 0.02, -math.log(chance) + 0.12, name)
plt.xlabel("probability that the model gave to what came")
plt.ylabel("loss")
plt.xlim(0, 1.25)
plt.ylim(0, 5.5)
plt.show()
