"""The five steps as a wheel, with the numbers of the first turn."""

# %% first-turn
import torch

hours, score = torch.tensor(2.0), torch.tensor(4.0)
w = torch.tensor(1.0, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.1)

optimiser.zero_grad()
cleared = w.grad
prediction = w * hours
loss = (prediction - score) ** 2
loss.backward()
w_before = w.item()
optimiser.step()

turn = {
    "1 clear": (f"gradient: {cleared}", "0.5"),
    "2 predict": (f"{w_before:.0f} · {hours:.0f} = {prediction.item():.0f}", "C0"),
    "3 compare": (f"({prediction:.0f} − {score:.0f})² = {loss.item():.0f}", "C2"),
    "4 trace back": (f"gradient: −{-w.grad.item():.0f}", "C3"),
    "5 step": (f"w: {w_before:.1f} → {w.item():.1f}", "C0"),
}

# %% picture
import math

import matplotlib.pyplot as plt

plt.figure(figsize=(5.2, 4.4))
for i, (name, (number, colour)) in enumerate(turn.items()):
    angle = math.tau * i / 5
    x, y = round(1.15 * math.sin(angle), 3), round(math.cos(angle), 3)
    plt.text(x, y + 0.07, name, color=colour, ha="center", weight="bold")
    plt.text(x, y - 0.13, number, color=colour, ha="center")
    # A curved arrow along the rim, from behind this step to before the next.
    start, end = angle + 0.42, angle + math.tau / 5 - 0.42
    arc = [start + (end - start) * k / 12 for k in range(13)]
    rim = [(1.15 * math.sin(a), math.cos(a)) for a in arc]
    plt.plot(*zip(*rim, strict=True), color="0.5")
    plt.annotate("", rim[-1], rim[-2], arrowprops={"arrowstyle": "->", "color": "0.5"})
plt.text(0, -0.03, "again", color="0.5", ha="center")
plt.xlim(-1.75, 1.75)
plt.ylim(-1.1, 1.3)
plt.axis("off")
plt.show()

# %% claim: one-turn
assert cleared is None
assert (prediction.item(), loss.item(), w.grad.item()) == (2, 4, -8)
assert abs(w.item() - 1.8) < 1e-6
