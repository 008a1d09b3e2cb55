"""A schedule made for eight epochs, and stepped once per batch."""

# %% two-loops
import torch


def rates(per_batch, epochs=8, batches=4):
    w = torch.tensor(0.0, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, T_max=epochs)
    used = []
    for _ in range(epochs):
        used.append(optimiser.param_groups[0]["lr"])
        for _ in range(batches):
            ((w - 3) ** 2).backward()
            optimiser.step()
            optimiser.zero_grad()
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
    return used


once, often = rates(per_batch=False), rates(per_batch=True)
print("epoch ", *(f"{epoch:4d}" for epoch in range(1, 9)))
print("right ", *(f"{rate:.2f}" for rate in once))
print("wrong ", *(f"{rate:.2f}" for rate in often))

# %% claim: down-and-up-again
assert sorted(once, reverse=True) == once
assert often[2] == 0 and often[4] > 0.099, often
