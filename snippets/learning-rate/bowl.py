"""Two parameters, two curvatures, and one limit for both."""

# %% curvatures
import torch


def bowl(p):
    u, v = p
    return 5 * u**2 + 8 * u * v + 5 * v**2


hessian = torch.autograd.functional.hessian(bowl, torch.tensor([1.0, 0.0]))
curvatures = torch.linalg.eigvalsh(hessian)
limit = 2 / curvatures.max().item()

print("slopes of slopes", hessian.tolist())
print("curvatures      ", [round(c, 4) for c in curvatures.tolist()])
print(f"limit            {limit:.4f}")

# %% claim: axes-as-on-paper
assert torch.equal(hessian @ torch.tensor([1.0, 1.0]), torch.tensor([18.0, 18.0]))
assert torch.equal(hessian @ torch.tensor([1.0, -1.0]), torch.tensor([2.0, -2.0]))

# %% confirm
losses = {}
for rate in (0.11, 0.112, 0.15):
    p = torch.tensor([1.0, 0.0], requires_grad=True)
    losses[rate] = []
    for _ in range(101):
        loss = bowl(p)
        losses[rate].append(loss.item())
        p.grad = None
        loss.backward()
        with torch.no_grad():
            p.sub_(rate * p.grad)
    first, last = losses[rate][0], losses[rate][-1]
    print(f"rate {rate:5.3f}  loss {first:.1f}, after 100 steps {last:.4g}")

# %% claim: largest-curvature-decides
assert torch.allclose(curvatures, torch.tensor([2.0, 18.0]))
assert abs(limit - 1 / 9) < 1e-6
assert losses[0.11][-1] < 0.2 < losses[0.11][0]
assert losses[0.112][-1] > losses[0.112][20] > losses[0.112][10]
assert losses[0.15][-1] == float("inf") and losses[0.15][0] == 5
