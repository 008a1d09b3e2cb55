"""A valley with a flat floor: the fourth power instead of the square."""

# %% flat
import torch

left = {}
for power in (2, 4):
    x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    left[power] = [1.0]
    for _ in range(1000):
        x.grad = None
        ((x - 3) ** power).backward()
        with torch.no_grad():
            x.sub_(0.1 * x.grad)
        left[power].append(3 - x.item())

print("steps  (x-3)^2  (x-3)^4")
for step in (0, 1, 10, 20, 100, 1000):
    print(f"{step:5d}  {left[2][step]:.5f}  {left[4][step]:.5f}")

# %% claim: share-comes-close-to-one
_left = torch.tensor(left[4], dtype=torch.float64)
_shares = _left[1:] / _left[:-1]
assert (_shares.diff() > 0).all(), "each step leaves a larger share than the last"
share_first, share_last = _shares[0].item(), _shares[-1].item()
assert share_first < 0.7 and 0.999 < share_last < 1
assert left[4][100] > 1000 * left[2][100]
