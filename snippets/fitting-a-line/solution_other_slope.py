"""The twenty points with another true slope: the same loop, the same pace."""

# %% fit
import torch


def fit(true_w):
    torch.manual_seed(0)
    x = torch.linspace(-1, 1, 20)
    y = true_w * x + 0.5 + 0.1 * torch.randn(20)
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    opt = torch.optim.SGD([w, b], lr=0.1)
    for _ in range(50):
        opt.zero_grad()
        ((w * x + b - y) ** 2).mean().backward()
        opt.step()
    best_w = ((x @ y) / (x @ x)).item()  # the mean of x is zero
    return w.item(), b.item(), best_w


for true_w in (2.0, -1.0):
    w, b, best_w = fit(true_w)
    print(f"true {true_w:4.1f}  w {w:.4f}  b {b:.4f}  best w {best_w:.4f}", end="  ")
    print(f"share of the way {w / best_w:.4f}")

# %% claim: same-share-of-the-way
_w2, _, _best2 = fit(2.0)
_w1, _b1, _best1 = fit(-1.0)
assert abs(_w2 / _best2 - _w1 / _best1) < 1e-5, (_w2 / _best2, _w1 / _best1)
assert abs((_best1 + 1) - (_best2 - 2)) < 1e-5  # the noise moves both alike
w_50, b_50 = _w1, _b1
from_noise, from_time = _best1 + 1, w_50 - _best1

# %% claim: mostly-the-noise
assert from_noise > 4 * abs(from_time), (from_noise, from_time)
