"""The update under no_grad, and the update of the bare data."""

# %% spellings
import torch

a = torch.tensor(0.0, requires_grad=True)
b = torch.tensor(0.0, requires_grad=True)
same = []
for _ in range(100):
    for x in (a, b):
        x.grad = None
        ((x - 3) ** 2).backward()
    with torch.no_grad():
        a.sub_(0.1 * a.grad)
    b.data -= 0.1 * b.grad
    same.append(torch.equal(a, b))

print("equal after how many of 100 steps?", sum(same))

# %% claim: same-bits
assert all(same) and len(same) == 100
for _rate in (0.01, 0.07, 0.3):
    _a = (torch.arange(-20.0, 21.0) / 2).requires_grad_()
    _b = _a.detach().clone().requires_grad_()
    for _ in range(50):
        for _x in (_a, _b):
            _x.grad = None
            ((_x - 3) ** 2).sum().backward()
        with torch.no_grad():
            _a.sub_(_rate * _a.grad)
        _b.data -= _rate * _b.grad
        assert torch.equal(_a, _b), _rate
assert 2.9 < a.item() < 3
