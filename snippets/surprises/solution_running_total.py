"""A running total of numbers, not of graphs."""

# %% cured
import torch

x = torch.tensor(0.0, requires_grad=True)
total = 0.0
for step in range(3):
    x.grad = None
    loss = (x - 3) ** 2
    loss.backward()
    total += loss.item()  # a plain number, without a history
    with torch.no_grad():
        x -= 0.1 * x.grad
    print(f"step {step}: mean loss so far {total / (step + 1):.4f}")

# %% claim: mean-of-three-losses
assert abs(total - (9 + 2.4**2 + 1.92**2)) < 1e-5, total
