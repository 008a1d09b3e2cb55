"""The ready-made loss says something where the subtraction did not."""

# %% ready-made
import torch

predictions, targets = torch.zeros(20, 1), torch.zeros(20)
torch.nn.MSELoss()(predictions, targets)

# %% claim: warns-of-shapes
import warnings as _warnings

with _warnings.catch_warnings(record=True) as _said:
    _warnings.simplefilter("always")
    torch.nn.MSELoss()(predictions, targets)
assert predictions.shape == (20, 1) and targets.shape == (20,) and len(_said) == 1
for _a in ((20, 1), (20,), (1,), (3, 20), (2, 1)):
    for _b in ((20, 1), (20,), (1,), (3, 20), (2, 1)):
        try:
            torch.broadcast_shapes(_a, _b)
        except RuntimeError:
            continue
        with _warnings.catch_warnings(record=True) as _said:
            _warnings.simplefilter("always")
            torch.nn.MSELoss()(torch.zeros(_a), torch.zeros(_b))
        assert bool(_said) == (_a != _b), (_a, _b)
        assert all("target size" in str(one.message) for one in _said)
