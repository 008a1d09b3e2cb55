"""The batch, with the one rate that needs a single step."""

# %% one-step
import torch

X = torch.tensor([1.0, 2.0, 3.0])
Y = torch.tensor([2.0, 4.0, 6.0])
rate = 1 / (2 * (X**2).mean()).item()

for start in (1.0, -50.0, 7.0):
    w = torch.tensor(start, requires_grad=True)
    ((w * X - Y) ** 2).mean().backward()
    with torch.no_grad():
        w -= rate * w.grad
    print(f"rate {rate:.4f}: from {start:.0f} to {w.item():.4f}")

# %% claim: arrives-from-anywhere
for _start in (1.0, -50.0, 7.0):
    _w = torch.tensor(_start, requires_grad=True)
    ((_w * X - Y) ** 2).mean().backward()
    assert abs((_w - rate * _w.grad).item() - 2) < 1e-4, _start
assert abs(rate - 3 / 28) < 1e-6, rate
