"""A coin that learns to fall heads, on a leash to what it was."""

# %% leash
import torch

torch.set_default_dtype(torch.float64)
old, rewards = torch.tensor([0.25, 0.75]), torch.tensor([1.0, 0.0])  # heads, tails
beta = 1.0  # how short the leash is
theta = (old[0] / old[1]).log().requires_grad_()  # its sigmoid is a quarter
for _ in range(300):
    now = torch.stack([theta.sigmoid(), 1 - theta.sigmoid()])
    kl = (now * (now / old).log()).sum()
    (gain,) = torch.autograd.grad(now @ rewards - beta * kl, theta)
    theta = (theta + gain).detach().requires_grad_()
leashed = theta.sigmoid().item()
by_formula = old * (rewards / beta).exp()
print(f"climbed to {leashed:.4f}, formula {(by_formula / by_formula.sum())[0]:.4f}")

# %% claim: the-leash-has-a-formula
assert abs(leashed - (by_formula / by_formula.sum())[0]) < 1e-9
assert abs(leashed - 0.4754) < 5e-5
