"""One short run with a rate that grows in every step."""

# %% data
import torch

generator = torch.Generator().manual_seed(0)
N, B = 1024, 64
x = 2 * torch.rand(N, dtype=torch.float64, generator=generator) - 1
y = 2 * x + 0.5 + 0.3 * torch.randn(N, dtype=torch.float64, generator=generator)
X = torch.stack([x, torch.ones_like(x)], dim=1)

# %% foretell
curvatures = torch.linalg.eigvalsh(2 * X.T @ X / N)
limit = 2 / curvatures[-1].item()
print("curvatures", [round(it, 3) for it in curvatures.tolist()])
print(f"2 / largest: {limit:.3f}")

# %% find
rates = (10 ** torch.linspace(-3, 1, 161, dtype=torch.float64)).tolist()
theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
optimiser = torch.optim.SGD([theta], lr=rates[0])
losses = []
for rate in rates:
    batch = torch.randint(N, (B,), generator=generator)
    optimiser.param_groups[0]["lr"] = rate
    optimiser.zero_grad()
    loss = ((X[batch] @ theta - y[batch]) ** 2).mean()
    loss.backward()
    optimiser.step()
    losses.append(loss.item())

for rate, loss in list(zip(rates, losses, strict=True))[::20]:
    print(f"rate {rate:7.3f}   loss {loss:10.3g}")

# %% claim: turns-at-the-limit
_pairs = list(zip(rates, losses, strict=True))
_flat = [loss for rate, loss in _pairs if 0.2 < rate < limit]
assert min(_flat) > 0.05 and max(_flat) < 0.17, (min(_flat), max(_flat))
_beyond = [loss for rate, loss in _pairs if rate > 1.1 * limit]
assert min(_beyond) > max(_flat), (min(_beyond), max(_flat))
assert sorted(_beyond[5:]) == _beyond[5:], _beyond
assert abs(limit - 1) < 0.001

# %% picture
import matplotlib.pyplot as plt

plt.loglog(rates, losses, ".-", color="C2")
plt.axvline(limit, color="0.5", linestyle="--")
plt.text(0.8 * limit, 12, "2 / largest curvature", ha="right")
plt.ylim(0.03, 30)
plt.xlabel("learning rate")
plt.ylabel("loss of the batch")
plt.show()
