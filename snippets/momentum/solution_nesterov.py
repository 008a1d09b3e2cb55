"""Nesterov's momentum in one more line, against torch."""

# %% nesterov
import torch

beta, learning_rate = 0.9, 0.1
x = torch.tensor(0.0, requires_grad=True)
velocity = torch.tensor(0.0)
y = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([y], lr=learning_rate, momentum=beta, nesterov=True)

gaps, xs = [], []
for _ in range(100):
    x.grad = None
    ((x - 3) ** 2).backward()
    with torch.no_grad():
        velocity = beta * velocity + x.grad
        x.sub_(learning_rate * (x.grad + beta * velocity))
    opt.zero_grad()
    ((y - 3) ** 2).backward()
    opt.step()
    xs.append(x.item())
    gaps.append(abs(x.item() - y.item()))

print(f"largest difference in 100 steps below 0.00001: {max(gaps) < 1e-5}")
print(f"furthest place {max(xs):.3f}, last {xs[-1]:.4f}")

# %% claim: same-walk
assert max(gaps) < 1e-5, max(gaps)
furthest_nesterov = max(xs)

# %% claim: brakes-earlier
_z = torch.tensor(0.0, requires_grad=True)
_opt, _zs = torch.optim.SGD([_z], lr=learning_rate, momentum=beta), []
for _ in range(100):
    _opt.zero_grad()
    ((_z - 3) ** 2).backward()
    _opt.step()
    _zs.append(_z.item())
assert 3 < furthest_nesterov < max(_zs) - 0.5, (furthest_nesterov, max(_zs))
assert xs.index(max(xs)) <= _zs.index(max(_zs)), "and turns no later"
