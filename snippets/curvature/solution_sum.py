"""Sum of squares with a twentieth of the rate, beside the mean of squares."""

# %% both
import torch

torch.manual_seed(0)
n = 20
x = torch.linspace(-1, 1, n)
y = 2.0 * x + 0.5 + 0.1 * torch.randn(n)


def fit(reduce, lr):
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    opt = torch.optim.SGD([w, b], lr=lr)
    path = []
    for _ in range(50):
        opt.zero_grad()
        loss = reduce((w * x + b - y) ** 2)
        loss.backward()
        opt.step()
        path.append((w.item(), b.item()))
    return torch.tensor(path)


# %% compare
with_mean = fit(torch.mean, lr=0.1)
with_sum = fit(torch.sum, lr=0.1 / n)
for step in (1, 5, 10, 20, 50):
    (w, b), (w_sum, b_sum) = with_mean[step - 1], with_sum[step - 1]
    print(f"{step:4d}  mean {w:.6f} {b:.6f}  sum {w_sum:.6f} {b_sum:.6f}")

largest_gap = (with_mean - with_sum).abs().max().item()

# %% claim: same-path
assert largest_gap < 1e-6, largest_gap
