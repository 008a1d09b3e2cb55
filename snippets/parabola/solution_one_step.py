"""The rate that reaches the lowest point of any parabola in one step."""

# %% one-step
import torch

for a, bottom, start in ((1, 3, 0), (1, 3, 1000), (0.25, -2, 6), (50, 0.5, -1)):
    x = torch.tensor(float(start), requires_grad=True)
    loss = a * (x - bottom) ** 2
    loss.backward()
    learning_rate = 1 / (2 * a)
    with torch.no_grad():
        x.sub_(learning_rate * x.grad)
    print(f"a = {a:5}  rate {learning_rate:4}  from {start:4} to {x.item():.6f}")
    assert x.item() == bottom  # exactly, with these numbers

# %% claim: from-anywhere
assert (a, bottom, start) == (50, 0.5, -1) and x.item() == bottom
assert x.grad.item() == 2 * a * (start - bottom)
for _a in (0.1, 0.7, 3.3):
    for _start in (-20.0, 0.0, 5.0):
        _x = torch.tensor(_start, dtype=torch.float64, requires_grad=True)
        (_a * (_x - 1.5) ** 2).backward()
        assert abs(_x.item() - _x.grad.item() / (2 * _a) - 1.5) < 1e-12
