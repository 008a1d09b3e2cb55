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


def _from_many_starts(momentum, rate, forget):
    """Return every place of 100 steps from 41 starts at once."""
    x = (torch.arange(-20.0, 21.0) / 2).requires_grad_()
    opt = torch.optim.SGD([x], lr=rate, momentum=momentum)
    places = []
    for _ in range(100):
        if not forget:
            opt.zero_grad()
        ((x - 3) ** 2).sum().backward()
        opt.step()
        places.append(x.detach().clone())
    return torch.stack(places)


for _rate in (0.01, 0.07, 0.1, 0.5, 1.5):
    _forgotten = _from_many_starts(0.0, _rate, forget=True)
    assert torch.equal(_forgotten, _from_many_starts(1.0, _rate, forget=False)), _rate
