"""Clipping after the step: every line is there, and nothing is clipped."""

# %% after
import torch

w = torch.tensor(0.8, dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.02)
after = []
for _ in range(6):
    after.append(w.item())
    optimiser.zero_grad()
    ((w**20 - 2) ** 2).backward()
    optimiser.step()
    torch.nn.utils.clip_grad_norm_([w], max_norm=1.0)  # too late
print(*(f"{it:.3g}" for it in after))

# %% claim: too-late
_w = torch.tensor(0.8, dtype=torch.float64, requires_grad=True)
_optimiser, _never = torch.optim.SGD([_w], lr=0.02), []
for _ in range(6):
    _never.append(_w.item())
    _optimiser.zero_grad()
    ((_w**20 - 2) ** 2).backward()
    _optimiser.step()
assert after == _never and abs(after[5]) > 1e6, (after, _never)
