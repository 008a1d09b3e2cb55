"""A learning rate that changes during the run."""

# %% lower
import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.9)
for step in range(1, 9):
    if step == 5:
        opt.param_groups[0]["lr"] = 0.5
    opt.zero_grad()
    ((x - 3) ** 2).backward()
    opt.step()
    print(f"{step}  x {x.item():.4f}")

# %% claim: one-more-step
assert abs(x.item() - 3) < 1e-6
