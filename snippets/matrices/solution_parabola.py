"""The same loop fits a parabola: one more column, one more parameter."""
# varies: the figure shows draws in float32, whose sixth digit is the processor's

# %% fit
import torch

generator = torch.Generator().manual_seed(0)
x = torch.linspace(-1, 1, 40)
y = 3 * x**2 - x + 0.5 + 0.2 * torch.randn(40, generator=generator)


def fit(columns):
    X = torch.stack(columns, dim=1)
    coefficients = torch.zeros(X.shape[1], requires_grad=True)
    opt = torch.optim.SGD([coefficients], lr=0.5)
    for _ in range(500):
        opt.zero_grad()
        loss = ((X @ coefficients - y) ** 2).mean()
        loss.backward()
        opt.step()
    return coefficients.detach(), (y - X @ coefficients).detach()


one = torch.ones_like(x)
line, left_by_line = fit([x, one])
parabola, left_by_parabola = fit([x**2, x, one])
print("line    ", [round(c, 2) for c in line.tolist()])
print("parabola", [round(c, 2) for c in parabola.tolist()])

# %% claim: parabola-found
assert (parabola - torch.tensor([3.0, -1.0, 0.5])).abs().max() < 0.2, parabola
mse_line = (left_by_line**2).mean().item()
mse_parabola = (left_by_parabola**2).mean().item()
assert mse_line > 10 * mse_parabola

# %% picture
import matplotlib.pyplot as plt

fig, panels = plt.subplots(2, 1, figsize=(5.2, 4.6), sharex=True, sharey=True)
for axes, left, name in (
    (panels[0], left_by_line, "line"),
    (panels[1], left_by_parabola, "parabola"),
):
    axes.axhline(0, color="C0")
    axes.plot(x, left, "o", color="C1", markersize=4)
    axes.set_ylabel(f"data minus {name}")
panels[1].set_xlabel("x")
plt.show()
