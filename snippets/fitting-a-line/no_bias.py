"""The twenty points with a bias that the optimiser was not given."""

# %% forgotten
import torch

torch.manual_seed(0)
x = torch.linspace(-1, 1, 20)
y = 2.0 * x + 0.5 + 0.1 * torch.randn(20)


def fit(with_bias):
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    opt = torch.optim.SGD([w, b] if with_bias else [w], lr=0.1)
    for _ in range(150):
        opt.zero_grad()
        loss = ((w * x + b - y) ** 2).mean()
        loss.backward()
        opt.step()
    return w.item(), b.item(), loss.item()


print("    w       b       loss")
for with_bias in (True, False):
    w, b, loss = fit(with_bias)
    print(f"{w:.4f}  {b:.4f}  {loss:.6f}")

# %% claim: the-square-of-the-bias-is-left
_w, _b, _loss = fit(True)
assert abs(w - _w) < 1e-6 and b == 0, (w, _w, b)
assert abs((loss - _loss) - _b**2) < 1e-5, (loss, _loss, _b)
extra = loss - _loss
