"""Cross-entropy with targets 0 and 1: when it has a lowest point, and when not."""

# %% four-data-sets
import torch
import torch.nn.functional as F

data = {
    "all answers no": ([1.0, 1.0], [0.0, 0.0]),
    "told apart by x": ([-1.0, 1.0], [0.0, 1.0]),
    "same x, both answers": ([-1.0, 1.0, 1.0], [0.0, 1.0, 0.0]),
    "both answers at 0 only": ([0.0, 0.0, 1.0], [0.0, 1.0, 1.0]),
}
places = {}
print("weight after steps           10     100    1000         loss")
for name, (xs, ys) in data.items():
    x, y = torch.tensor(xs), torch.tensor(ys)
    w, path = torch.tensor(0.0, requires_grad=True), []
    for _ in range(1000):
        loss = F.binary_cross_entropy_with_logits(w * x, y)  # the logit is w times x
        (slope,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            w -= 5 * slope
        path.append(w.item())
    places[name] = [path[step - 1] for step in (10, 100, 1000)]
    row = "".join(f"{it:8.3f}" for it in places[name])
    print(f"{name:23}{row}   {loss:10.5f}")

# %% claim: only-what-can-be-right
import math as _math
from itertools import pairwise as _pairwise

_no, _apart, _both, _torn = places.values()
for _drifting in (_no, _apart, _torn):
    _sizes = [abs(it) for it in _drifting]
    assert all(b - a > 2 for a, b in _pairwise(_sizes)), _sizes
assert max(_both) - min(_both) < 1e-3, _both
_logits = _both[-1] * torch.tensor([-1.0, 1.0, 1.0])
_slope = (
    (torch.sigmoid(_logits) - torch.tensor([0.0, 1.0, 0.0])) * _logits.sign()
).sum()
assert abs(_slope) < 1e-5 and abs(_both[-1] - _math.log(2)) < 1e-4, _both

# %% claim: drifts-above-a-floor
_x, _y = (torch.tensor(it) for it in data["both answers at 0 only"])
_far = [F.binary_cross_entropy_with_logits(_w * _x, _y) for _w in (2.0, 4.0, 8.0)]
assert sorted(_y[_x == 0].tolist()) == [0, 1]
_floor = 2 / 3 * _math.log(2)  # the two points at 0 cost ln 2 each, whatever the weight
assert _far[0] > _far[1] > _far[2] > _floor and _floor < loss < _floor + 3e-4, loss
