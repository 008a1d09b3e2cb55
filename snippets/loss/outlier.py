"""One wild number among five, seen by squares and by distances."""

# %% waiting
import torch
import torch.nn.functional as F

minutes = torch.tensor([4.0, 5.0, 6.0, 5.0, 30.0])  # the last bus broke down
guess = torch.tensor(5.0)

for name, data in (("four calm days", minutes[:4]), ("all five days", minutes)):
    everyday = guess.expand_as(data)
    mse = F.mse_loss(everyday, data)
    mae = F.l1_loss(everyday, data)
    print(f"{name:14}  MSE {mse.item():8.2f}   MAE {mae.item():5.2f}")

share = ((guess - minutes[4]) ** 2 / ((guess - minutes) ** 2).sum()).item()

# %% claim: one-day-owns-the-mean-of-squares
assert share > 0.99, share
mse_calm = F.mse_loss(guess.expand(4), minutes[:4]).item()
mse_all = mse.item()
mae_calm = F.l1_loss(guess.expand(4), minutes[:4]).item()
mae_all = mae.item()
assert mse_all / mse_calm > 20 * mae_all / mae_calm

# %% best-guess
guesses = torch.linspace(0, 32, 321)  # every tenth of a minute
mse_of = torch.stack([F.mse_loss(c.expand(5), minutes) for c in guesses])
mae_of = torch.stack([F.l1_loss(c.expand(5), minutes) for c in guesses])
best_mse = guesses[mse_of.argmin()].item()
best_mae = guesses[mae_of.argmin()].item()

print(f"lowest MSE at {best_mse:.1f}; the mean of the data is {minutes.mean():.1f}")
print(f"lowest MAE at {best_mae:.1f}; the median of the data is {minutes.median():.1f}")

# %% claim: mean-and-median
assert abs(best_mse - minutes.mean().item()) < 1e-4, best_mse
assert abs(best_mae - minutes.median().item()) < 1e-4, best_mae
_generator = torch.Generator().manual_seed(0)
for _n in (3, 5, 9, 21):  # odd numbers of data, so that there is one in the middle
    _data = torch.randn(_n, dtype=torch.float64, generator=_generator).exp()
    _tries = torch.linspace(0, 5, 501, dtype=torch.float64)[:, None]
    assert ((_tries - _data) ** 2).mean(1).min() >= ((_data.mean() - _data) ** 2).mean()
    _at_median = (_data.median() - _data).abs().mean()
    assert (_tries - _data).abs().mean(1).min() >= _at_median - 1e-12

# %% picture
import matplotlib.pyplot as plt

fig, (top, bottom) = plt.subplots(2, 1, figsize=(5.2, 5.0), sharex=True)
for axes, losses, best, name in (
    (top, mse_of, best_mse, "MSE"),
    (bottom, mae_of, best_mae, "MAE"),
):
    axes.plot(guesses, losses, color="C2")
    axes.plot(best, losses.min(), "o", color="C0")
    axes.plot(minutes, torch.zeros(5), "|", color="C1", markersize=10)
    axes.text(best, losses.min() * 0.5, f"lowest at {best:.0f}", ha="center")
    axes.set_ylabel(name)
bottom.set_xlabel("one guess for all five days (minutes)")
plt.show()
