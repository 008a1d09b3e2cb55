"""Why b goes back first, and why it does not if the inputs are centred."""

# %% descend
import torch

torch.manual_seed(0)
X = torch.randn(10, 1)
y = 2 * X + 1 + 0.1 * torch.randn(10, 1)


def path_of_b(X, steps=100):
    """Descend from W = -5 and b = 0; return b, and the best b for W, at each step."""
    W = torch.full((1, 1), -5.0, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    path = []
    for _ in range(steps):
        best = (y - X @ W).mean().item()  # what b would be if W stayed
        path.append((b.item(), best))
        slopes = torch.autograd.grad(((X @ W + b - y) ** 2).mean(), (W, b))
        with torch.no_grad():
            W -= 0.05 * slopes[0]
            b -= 0.05 * slopes[1]
    return path


# %% compare
as_drawn, centred = path_of_b(X), path_of_b(X - X.mean())
print(f"mean of X {X.mean():.3f}")
print("step   as drawn: b, best b    centred: b, best b")
for step in (0, 5, 10, 20, 50, 99):
    (b, best), (b_c, best_c) = as_drawn[step], centred[step]
    print(f"{step:4d}      {b:7.3f} {best:7.3f}       {b_c:7.3f} {best_c:7.3f}")

# %% claim: b-chases-a-moving-goal
for _path in (as_drawn, centred):
    for _step in range(99):
        (_b, _best), _next = _path[_step], _path[_step + 1][0]
        assert abs((_next - _b) - 0.1 * (_best - _b)) < 1e-5, (_b, _best, _next)
assert as_drawn[-1][1] - as_drawn[0][1] > 0.5, "the goal moves with W"
assert all(abs(_best - centred[0][1]) < 1e-5 for _, _best in centred)

# %% claim: centred-goes-straight
_bs = [_b for _b, _ in centred]
assert _bs == sorted(_bs), "b only rises"
assert [_b for _b, _ in as_drawn] != sorted(_b for _b, _ in as_drawn)
