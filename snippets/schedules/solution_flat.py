"""Two weights in a row: a valley that is flatter further along."""

# %% flat
import torch


def run(a, b, rate=0.25, steps=200):
    theta = torch.tensor([a, b], dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        loss = 0.5 * (theta[0] * theta[1] - 1) ** 2
        (grad,) = torch.autograd.grad(loss, theta)
        theta = (theta - rate * grad).detach().requires_grad_()
    return loss.item(), *theta.tolist()


ends = []
for a in (2.0, 3.0, 3.5):
    loss, a_end, b_end = run(a, 1.01 / a)
    ends.append((a**2 + (1.01 / a) ** 2, a_end**2 + b_end**2))
    print(f"from a = {a}: sharpness {ends[-1][0]:6.3f}", end="")
    print(f" -> a = {a_end:.3f}, b = {b_end:.3f}, sharpness {ends[-1][1]:.3f}")

# %% claim: slides-to-where-it-is-flat
assert all(run(a, 1.01 / a)[0] < 1e-5 for a in (2.0, 3.0, 3.5))
assert abs(ends[0][1] - ends[0][0]) < 0.1, ends
for _before, _after in ends[1:]:
    assert _before > 8 > _after, ends
