"""The same walk, begun on the other side of the valley."""

# %% walk
import torch

x = torch.tensor(7.0, requires_grad=True)
xs, grads = [x.item()], []

print("step         x    grad")
print(f"   0  {x.item():.6f}")
for step in range(1, 11):
    if x.grad is not None:
        x.grad.zero_()
    loss = (x - 3) ** 2
    loss.backward()
    with torch.no_grad():
        x.sub_(0.1 * x.grad)
    xs.append(x.item())
    grads.append(x.grad.item())
    print(f"{step:4d}  {x.item():.6f}  {x.grad.item():.4f}")

# %% claim: from-above
assert all(grad > 0 for grad in grads)
assert xs == sorted(xs, reverse=True) and xs[-1] > 3
assert torch.allclose(torch.tensor(grads[:3]), torch.tensor([8, 6.4, 5.12]))

# %% claim: same-share-other-distance
_distances = torch.tensor(xs) - 3
assert (_distances[1:] / _distances[:-1] - 0.8).abs().max() < 1e-5
left_of_four = xs[10] - 3
left_of_three = 3 * left_of_four / 4
assert abs(left_of_three - 3 * 0.8**10) < 1e-5
