"""Twenty layers that share one weight: a plain, a cliff, and three ways to walk."""

# %% train
import math

import torch
from torch.nn.utils import clip_grad_norm_

STEPS = 100


def train(clip=False, cosine=False, rate=0.02):
    w = torch.tensor(0.8, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=rate)
    path = []
    for step in range(STEPS):
        if cosine:
            part = 0.5 * (1 + math.cos(math.pi * step / STEPS))
            optimiser.param_groups[0]["lr"] = rate * part
        optimiser.zero_grad()
        loss = (w**20 - 2) ** 2  # twenty layers, input 1, target 2
        loss.backward()
        path.append((w.item(), loss.item(), w.grad.item()))
        if clip:
            clip_grad_norm_([w], max_norm=1.0)  # between backward and step
        optimiser.step()
    return [list(column) for column in zip(*path, strict=True)]


# %% explode
ws, losses, slopes = train()
print("step       w         loss        slope")
for step in range(7):
    print(f"{step:4d}  {ws[step]:10.3g}  {losses[step]:10.3g}  {slopes[step]:10.3g}")

# %% claim: one-steep-step
assert 0.9 < ws[3] < 1 and ws[4] > 1.4 and abs(ws[5]) > 1e6, ws[:6]
assert math.isnan(losses[-1])
w_before, w_after, slope_there = ws[3], ws[4], slopes[4]
slope_before = slopes[3]

# %% clipped
ws_clipped, losses_clipped, _ = train(clip=True)
_, losses_both, _ = train(clip=True, cosine=True)
print("step   clipped     clipped and cosine")
for step in (0, 5, 10, 15, 20, 50, 90, 99):
    print(f"{step:4d}   {losses_clipped[step]:9.6f}   {losses_both[step]:9.6f}")

# %% claim: survives-and-settles
_late = losses_clipped[50:]
assert max(_late) < 1 and min(_late) > 1e-3, (max(_late), min(_late))
_ws = torch.tensor(ws_clipped, dtype=torch.float64)
assert _ws.diff().abs().max() < 0.0201
assert losses_both[-1] < 1e-8, losses_both[-1]

# %% claim: not-from-infinity
_w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
_w.grad = torch.tensor([3.0, math.inf], dtype=torch.float64)
clip_grad_norm_([_w], max_norm=1.0)
assert _w.grad.isnan().tolist() == [False, True], _w.grad
torch.optim.SGD([_w], lr=0.02).step()
assert _w.isnan().tolist() == [False, True], _w

# %% picture
import matplotlib.pyplot as plt

grid = torch.linspace(0.75, 1.11, 200, dtype=torch.float64)
figure, (upper, lower) = plt.subplots(2, 1, figsize=(5.2, 6.0), height_ratios=(1, 1.2))
upper.plot(grid, (grid**20 - 2) ** 2, color="C2")
upper.plot(ws_clipped[:14], losses_clipped[:14], "o", color="C0", markersize=4)
upper.set_ylim(-1, 16)
upper.set_xlabel("w")
upper.set_ylabel("loss")
upper.set_title("the loss, and the first clipped steps")
lower.plot(losses[:5], color="0.5", label="not clipped")
lower.plot(losses_clipped, ":", color="C4", label="clipped")
lower.plot(losses_both, color="C2", label="clipped, cosine")
lower.set_yscale("log")
lower.set_ylim(1e-7, 1e4)
lower.set_xlabel("step")
lower.set_ylabel("loss")
lower.legend(loc="upper right")
plt.show()
