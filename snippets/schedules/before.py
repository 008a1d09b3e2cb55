"""The scheduler is stepped before the optimiser."""

# %% wrong-order
import torch

w = torch.tensor(0.0, requires_grad=True)
optimiser = torch.optim.SGD([w], lr=0.4)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: 0.5**n)

used = []
for _ in range(3):
    optimiser.zero_grad()
    ((w - 3) ** 2).backward()
    scheduler.step()
    used.append(optimiser.param_groups[0]["lr"])
    optimiser.step()
print("rates used:", used)

# %% claim: first-rate-skipped
assert used == [0.2, 0.1, 0.05], used
