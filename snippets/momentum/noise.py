"""The noise floor of one weight with and without momentum."""

# %% floor
import torch

generator = torch.Generator().manual_seed(0)


def floor(rate, beta, B=16, steps=40_000):
    """Measure the variance of w for the loss (w - t)² / 2 with t of variance one."""
    t = torch.randn(steps, B, dtype=torch.float64, generator=generator).mean(dim=1)
    w, velocity, path = 0.0, 0.0, []
    for mean_of_batch in t.tolist():
        velocity = beta * velocity + (w - mean_of_batch)
        w -= rate * velocity
        path.append(w)
    return torch.tensor(path[1000:], dtype=torch.float64).var().item()


floors = {}
print("rate  momentum  variance of w")
for rate, beta in ((0.1, 0.0), (0.1, 0.9), (0.01, 0.9)):
    floors[rate, beta] = floor(rate, beta)
    print(f"{rate:4}  {beta:8}  {floors[rate, beta]:13.4f}")

# %% claim: noise-is-not-averaged-away
_plain, _same_rate, _tenth = floors.values()
assert 8 < _same_rate / _plain < 12, (_same_rate, _plain)
assert 0.75 < _tenth / _plain < 1.25, (_tenth, _plain)
for (_rate, _beta), _floor in floors.items():
    _theory = _rate * (1 + _beta) / ((1 - _beta) * (2 * (1 + _beta) - _rate)) / 16
    assert 0.8 < _floor / _theory < 1.2, (_rate, _beta, _floor, _theory)
