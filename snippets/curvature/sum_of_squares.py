"""The twenty points again, with the sum of the squares in place of their mean."""

# %% predict
import math

import torch

torch.manual_seed(0)
n = 20
x = torch.linspace(-1, 1, n)
y = 2.0 * x + 0.5 + 0.1 * torch.randn(n)

eigenvalue_w = 2 * (x**2).sum().item()
eigenvalue_b = 2.0 * n
limit = 2 / eigenvalue_b
factor = 1 - 0.1 * eigenvalue_b
print(
    f"eigenvalues {eigenvalue_w:.4f} and {eigenvalue_b:.0f}: the limit is {limit:.2f}"
)
print(f"at 0.1 the error of b is multiplied by {factor:.0f} in every step")

# The loss grows with the square of that; n·(best b)² is where it begins.
best_b = y.mean().item()
largest = torch.finfo(torch.float32).max
growth_steps = math.log(largest / (n * best_b**2)) / (2 * math.log(abs(factor)))
predicted = 1 + math.ceil(growth_steps)
print(f"no longer a float32 at step {predicted}")

# %% run
w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
opt = torch.optim.SGD([w, b], lr=0.1)

losses, path_b = [], []
for step in range(1, 101):
    opt.zero_grad()
    loss = ((w * x + b - y) ** 2).sum()
    loss.backward()
    opt.step()
    losses.append(loss.item())
    path_b.append(b.item())
    if step in (1, 2, 3, 4, 10, predicted - 1, predicted, predicted + 1):
        print(f"{step:4d}  b {b.item():12.4g}  loss {loss.item():.4g}")

first_inf = next(i for i, loss in enumerate(losses, 1) if math.isinf(loss))
first_nan = next(i for i, b in enumerate(path_b, 1) if math.isnan(b))
print(f"loss is inf first at step {first_inf}, b is nan first at step {first_nan}")

# %% claim: overflows-when-predicted
assert first_inf == predicted, (first_inf, predicted)

# %% claim: error-of-b-triples
for _step, _b in enumerate(path_b[:10], start=1):
    assert abs((_b - best_b) / (best_b * -((-3) ** _step)) - 1) < 1e-3, _step
