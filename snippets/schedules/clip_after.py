"""Clipping after the step: every line is there, and nothing is clipped."""

# %% after
import torch
from torch.nn.utils import clip_grad_norm_


def walk(clip):
    w = torch.tensor(0.8, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.02)
    ws = []
    for _ in range(6):
        optimiser.zero_grad()
        ((w**20 - 2) ** 2).backward()
        optimiser.step()
        if clip:
            clip_grad_norm_([w], max_norm=1.0)  # too late
        ws.append(w.item())
    return ws


after, never = walk(clip=True), walk(clip=False)
print("clipped too late:", *(f"{w:.3g}" for w in after[:5]))
print("the same as never clipped:", after == never)

# %% claim: too-late
assert after == never and abs(after[4]) > 1e6, after
