"""The largest stable rate of a trained network, foretold and tried."""

# %% net
import torch

x = torch.linspace(-1, 1, 20, dtype=torch.float64).reshape(20, 1)
y = torch.sin(3 * x)


def loss_of(theta):
    w, b, v = theta.view(3, 10)  # ten hidden units
    return ((torch.tanh(x * w + b) @ v - y.flatten()) ** 2).mean()


def step(theta, rate):
    (grad,) = torch.autograd.grad(loss_of(theta), theta)
    return (theta - rate * grad).detach().requires_grad_()


generator = torch.Generator().manual_seed(0)
theta = torch.randn(30, dtype=torch.float64, generator=generator).requires_grad_()
for _ in range(300):
    theta = step(theta, 0.05)

# %% foretell
(grad,) = torch.autograd.grad(loss_of(theta), theta, create_graph=True)
v = torch.full((30,), 30**-0.5, dtype=torch.float64)
for _ in range(200):
    (Hv,) = torch.autograd.grad(grad @ v, theta, retain_graph=True)
    largest, v = (v @ Hv).item(), Hv / Hv.norm()
print(f"largest curvature {largest:.3f}, so the limit is {2 / largest:.4f}")

# %% check
kept = {}
for share in (0.95, 1.05):
    rate = share * 2 / largest
    plain, pushed = theta, (theta + 1e-6 * v).detach().requires_grad_()
    for _ in range(40):
        plain, pushed = step(plain, rate), step(pushed, rate)
    kept[share] = ((pushed - plain) @ v).item() / 1e-6
    print(f"{share} of it: the push has become {kept[share]:.3f} times as long", end="")
    print(f", foretold {(1 - rate * largest) ** 40:.3f}")

# %% claim: limit-holds
assert 0 < kept[0.95] < 0.5 and kept[1.05] > 5, kept
