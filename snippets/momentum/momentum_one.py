"""Forgetting zero_grad, and momentum 1.0 with zero_grad."""

# %% compare
import torch


def descend(steps=1000, forget=False, **options):
    """Return x before the first step and after each one."""
    x = torch.tensor(0.0, requires_grad=True)
    opt = torch.optim.SGD([x], lr=0.1, **options)
    xs = [x.item()]
    for _ in range(steps):
        if not forget:
            opt.zero_grad()
        ((x - 3) ** 2).backward()
        opt.step()
        xs.append(x.item())
    return xs


forgotten = descend(forget=True)
with_momentum = descend(momentum=1.0)
equal = sum(a == b for a, b in zip(forgotten, with_momentum, strict=True))
print("places compared", len(forgotten), " equal in every bit", equal)

# %% claim: same-bits
assert forgotten == with_momentum and len(forgotten) == 1001
assert forgotten != descend()
