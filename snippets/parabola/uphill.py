"""The walk with a plus where the minus should be."""

# %% plus
import torch

x = torch.tensor(0.0, requires_grad=True)
xs, losses = [x.item()], []
for step in range(1, 101):
    x.grad = None
    loss = (x - 3) ** 2
    loss.backward()
    with torch.no_grad():
        x.add_(0.1 * x.grad)
    xs.append(x.item())
    losses.append(loss.item())
    if step in (1, 2, 3, 10, 100):
        print(f"{step:4d}  f(x) {loss.item():.4g}  then x = {x.item():.4g}")

# %% claim: six-fifths-each-time
assert losses == sorted(set(losses)), "the loss rises at every step"
_distances = torch.tensor(xs) - 3
assert (_distances[1:] / _distances[:-1] - 1.2).abs().max() < 1e-5
