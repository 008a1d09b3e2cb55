"""Stop when the loss has stopped falling, whatever it has reached."""

# %% plateau
import torch
import torch.nn.functional as F


def train(y, patience=10, least=1e-6):
    """Stop once `patience` steps together lower the loss by less than `least`."""
    torch.manual_seed(0)
    x = torch.ones(5)
    w = torch.randn(5, 3, requires_grad=True)
    b = torch.randn(3, requires_grad=True)
    losses = []
    while len(losses) <= patience or losses[-1 - patience] - losses[-1] >= least:
        loss = F.binary_cross_entropy_with_logits(x @ w + b, y)
        loss.backward()
        with torch.no_grad():
            w -= 0.1 * w.grad
            b -= 0.1 * b.grad
        w.grad.zero_()
        b.grad.zero_()
        losses.append(loss.item())
    return losses


losses = train(torch.full((3,), 0.5))
print(f"{len(losses)} steps, loss {losses[-1]:.4f}")

# %% claim: stops-on-the-floor
import math as _math

assert len(losses) < 1000 and abs(losses[-1] - _math.log(2)) < 1e-4, losses[-1]
steps_taken = len(losses)

# %% claim: stops-on-a-slope-too
_least = 1e-4  # an earlier stop: with a millionth it takes ten times the steps
_zeros = train(torch.zeros(3), least=_least)
assert 100 < len(_zeros) < 10_000 and _zeros == sorted(_zeros, reverse=True)
_falls = [before - after for before, after in zip(_zeros, _zeros[10:], strict=False)]
assert _falls[-1] < _least <= min(_falls[:-1]), "and it stops at the first such loss"
assert _zeros[-1] > 1e-4 and len(train(torch.zeros(3), least=_least / 4)) > len(_zeros)
_z, _losses = 0.0, []  # an output of its own follows z - 0.2 σ(z), as shown above
while len(_losses) <= 10 or _losses[-11] - _losses[-1] >= 1e-6:
    _z -= 0.2 / (1 + _math.exp(-_z))
    _losses.append(_math.log1p(_math.exp(_z)))
    assert len(_losses) < 10_000, "it does stop"
assert _math.exp(_z) > 1e-4, "and the slope, about e^z, is not zero there"
