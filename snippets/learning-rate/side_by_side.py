"""The loss of several learning rates side by side."""

# %% losses
import torch

rates = {0.01: "C4", 0.1: "C0", 0.99: "C5", 1.05: "C3"}
losses = {}
for rate in rates:
    x = torch.tensor(0.0, requires_grad=True)
    losses[rate] = []
    for _ in range(61):
        loss = (x - 3) ** 2
        losses[rate].append(loss.item())
        x.grad = None
        loss.backward()
        with torch.no_grad():
            x.sub_(rate * x.grad)

# %% picture
import matplotlib.pyplot as plt

for rate, colour in rates.items():
    plt.semilogy(losses[rate], "--" if rate == 0.99 else "-", color=colour)
plt.text(47, 4, "0.01", color=rates[0.01])
plt.text(47, 0.06, "0.99", color=rates[0.99])
plt.text(31, 3e-4, "0.1", color=rates[0.1])
plt.text(27, 4e4, "1.05", color=rates[1.05])
plt.ylim(1e-8, 1e7)
plt.xlabel("step")
plt.ylabel("loss")
plt.show()

# %% claim: straight-lines
for _rate, _losses in losses.items():
    _ratios = torch.tensor(_losses[1:41]) / torch.tensor(_losses[:40])
    assert (_ratios - (1 - 2 * _rate) ** 2).abs().max() < 1e-3, _rate

# %% claim: same-slowness
_share_small, _share_large = losses[0.01][60] / 9, losses[0.99][60] / 9
assert abs(_share_small / _share_large - 1) < 1e-3
share_sixty = _share_small**0.5
