"""Which rate is best, for narrow and for wide networks."""

# %% one-step
import torch
from torch import Tensor

torch.set_default_dtype(torch.float64)
moved = {}
for width in (16, 64, 256):
    inputs = torch.ones(width)  # what the units below send, all of size 1
    weights = torch.zeros(width, requires_grad=True)
    optimiser = torch.optim.Adam([weights], lr=0.01)
    (weights @ inputs).backward()
    optimiser.step()
    moved[width] = abs((weights @ inputs).item())
    print(
        f"{width:3d} inputs: each weight moves 0.01, the sum moves {moved[width]:.2f}"
    )

# %% claim: the-width-times-the-rate
for _width, _moved in moved.items():
    assert abs(_moved - 0.01 * _width) < 1e-6, (_width, _moved)
assert len(moved) == 3

# %% task
chance = torch.Generator().manual_seed(0)
x = torch.randn(128, 8, generator=chance)
y = torch.sin(2 * x[:, :1]) + x[:, 1:2] * x[:, 2:3]
y = y / y.std()
NARROW = 16


def start(width: int, seed: int, scaled: bool) -> tuple[list[Tensor], list[float]]:
    """Draw three matrices; return them, and what the rate of each is multiplied by."""
    chance = torch.Generator().manual_seed(seed)
    sizes = [(8, width), (width, width), (width, 1)]
    matrices = [torch.randn(n, m, generator=chance) / n**0.5 for n, m in sizes]
    share = NARROW / width if scaled else 1.0
    matrices[2] = matrices[2] * share**0.5  # of size 1 / width and not its root
    return matrices, [1.0, share, share]  # the first one reads 8 inputs, always


# %% train
def losses(width: int, rates: list[float], scaled: bool, seed: int) -> Tensor:
    """Train a network for each rate at once, 40 steps of Adam; return the losses."""
    matrices, factors = start(width, seed, scaled)
    lr = torch.tensor(rates)[:, None, None]
    matrices = [it.expand(len(rates), -1, -1).clone() for it in matrices]
    matrices = [it.requires_grad_() for it in matrices]
    m, v = ([torch.zeros_like(it) for it in matrices] for _ in range(2))

    def loss() -> Tensor:  # one for each rate
        hidden = torch.tanh(torch.tanh(x @ matrices[0]) @ matrices[1])
        return (hidden @ matrices[2] - y).square().mean(dim=(1, 2))

    for t in range(1, 41):
        for k, grad in enumerate(torch.autograd.grad(loss().sum(), matrices)):
            m[k].lerp_(grad, 0.1)
            v[k].lerp_(grad**2, 0.001)
            m_hat, v_hat = m[k] / (1 - 0.9**t), v[k] / (1 - 0.999**t)
            with torch.no_grad():
                matrices[k] -= lr * factors[k] * m_hat / (v_hat.sqrt() + 1e-8)
    return loss().detach()


# %% widths
rates = [2.0**-k for k in range(7, 1, -1)]  # 1/128 to 1/4
found = {}
print("rate            " + "".join(f"{f'1/{1 / rate:.0f}':>6}" for rate in rates))
for scaled in (False, True):
    for width in (16, 48, 144):
        both = [losses(width, rates, scaled, seed) for seed in (10, 11)]
        found[scaled, width] = torch.stack(both).mean(dim=0)
        name = f"{'scaled' if scaled else 'one rate'}, {width}"
        numbers = "".join(f"{loss:6.2f}" for loss in found[scaled, width].tolist())
        print(f"{name:16}{numbers}")

# %% claim: the-best-rate-moves-and-stays
best = {key: rates[row.argmin()] for key, row in found.items()}
assert [best[False, width] for width in (16, 48, 144)] == [1 / 8, 1 / 16, 1 / 32], best
assert [best[True, width] for width in (16, 48, 144)] == [1 / 8] * 3, best

# %% claim: narrow-rate-on-a-wide-network
carried = {key: found[key, 144][rates.index(1 / 8)].item() for key in (False, True)}
lowest = {key: found[key, 144].min().item() for key in (False, True)}
times_worse = carried[False] / lowest[False]
assert times_worse > 1.8 and carried[True] == lowest[True], (carried, lowest)
assert lowest[True] < lowest[False] / 2, lowest
assert torch.equal(found[False, 16], found[True, 16])

# %% picture
import matplotlib.pyplot as plt

figure, panels = plt.subplots(2, 1, figsize=(5.2, 6.4), sharex=True, sharey=True)
for panel, scaled in zip(panels, (False, True), strict=True):
    for width, colour in ((16, "C5"), (48, "C4"), (144, "C0")):
        row = found[scaled, width].mul(1000).round().div(1000)
        panel.loglog(rates, row, ".-", color=colour, label=f"width {width}")
    panel.set_title("rates scaled with the width" if scaled else "one rate for all")
    panel.set_ylabel("loss")
panels[0].legend(loc="upper left")
panels[1].set_xlabel("learning rate of the narrow network")
plt.show()
