"""The largest safe rate of the bowl, found by trial alone."""

# %% bisection
import torch


def explodes(rate, steps=300):
    p = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    losses = []
    for _ in range(steps):
        u, v = p
        loss = 5 * u**2 + 8 * u * v + 5 * v**2
        losses.append(loss.item())
        p.grad = None
        loss.backward()
        with torch.no_grad():
            p.sub_(rate * p.grad)
    return not losses[-1] < losses[0]  # also true where the loss is nan


safe, unsafe = 0.0, 1.0
for _ in range(10):
    middle = (safe + unsafe) / 2
    safe, unsafe = (safe, middle) if explodes(middle) else (middle, unsafe)

print(f"between {safe:.4f} and {unsafe:.4f}; 2 / 18 = {2 / 18:.4f}")

# %% claim: trial-finds-the-limit
assert safe < 1 / 9 < unsafe and unsafe - safe < 1e-3
