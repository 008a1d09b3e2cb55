"""Momentum written by hand, and torch.optim.SGD's."""

# %% by-hand
import torch

beta, learning_rate = 0.9, 0.1
x = torch.tensor(0.0, requires_grad=True)
velocity = torch.tensor(0.0)
xs = [x.item()]

print("step    slope  velocity        x")
for step in range(1, 101):
    x.grad = None
    ((x - 3) ** 2).backward()
    with torch.no_grad():
        velocity = beta * velocity + x.grad
        x.add_(velocity, alpha=-learning_rate)
    xs.append(x.item())
    if step <= 5:
        row = f"{step:4d}  {x.grad.item():7.4f}  {velocity.item():8.4f}"
        print(f"{row}  {x.item():7.4f}")

# %% claim: paper-agrees
assert torch.allclose(torch.tensor(xs[1:4]), torch.tensor([0.6, 1.62, 2.814]))

# %% torch
y = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([y], lr=learning_rate, momentum=beta)
ys = [y.item()]
for _ in range(100):
    opt.zero_grad()
    ((y - 3) ** 2).backward()
    opt.step()
    ys.append(y.item())

equal = sum(a == b for a, b in zip(xs, ys, strict=True))
print("places compared", len(ys), " equal in every bit", equal)
print(f"x after 100 steps {ys[-1]:.4f}")

# %% claim: same-bits
assert xs == ys and len(xs) == 101
for _beta in (0.3, 0.5, 0.9, 0.99):
    _ours = (torch.arange(-20.0, 21.0) / 2).requires_grad_()
    _theirs = _ours.detach().clone().requires_grad_()
    _opt, _velocity = torch.optim.SGD([_theirs], lr=0.07, momentum=_beta), 0.0
    for _ in range(100):
        _ours.grad = _theirs.grad = None
        (((_ours - 3) ** 2).sum() + ((_theirs - 3) ** 2).sum()).backward()
        with torch.no_grad():
            _velocity = _beta * _velocity + _ours.grad
            _ours.add_(_velocity, alpha=-0.07)
        _opt.step()
        assert torch.equal(_ours, _theirs), _beta

# %% claim: comes-to-rest
_swings = (torch.tensor(ys) - 3).abs()
assert _swings[:20].max() > 2 and _swings[80:].max() < 0.1, _swings[80:].max()
