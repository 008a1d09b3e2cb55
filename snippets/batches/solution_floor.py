"""The noise floor of one weight, predicted and measured."""

# %% floor
import torch

generator = torch.Generator().manual_seed(0)


def floor(eta, B, steps=20_000):
    """Measure the variance of w for the loss (w - t)² / 2 with t of variance one."""
    t = torch.randn(steps, B, dtype=torch.float64, generator=generator).mean(dim=1)
    w, path = 0.0, []
    for mean_of_batch in t.tolist():
        w -= eta * (w - mean_of_batch)  # the gradient is w - t
        path.append(w)
    return torch.tensor(path[1000:]).var().item()


print("rate  batch   measured  predicted")
for eta, B in ((0.1, 4), (0.1, 16), (0.4, 16), (0.4, 64)):
    predicted = eta / (2 - eta) / B
    print(f"{eta:4.1f}  {B:5d}   {floor(eta, B):8.4f}   {predicted:8.4f}")

# %% claim: formula-holds
for _eta, _B in ((0.1, 4), (0.1, 16), (0.4, 16), (0.4, 64)):
    _ratio = floor(_eta, _B) / (_eta / (2 - _eta) / _B)
    assert 0.85 < _ratio < 1.15, (_eta, _B, _ratio)
