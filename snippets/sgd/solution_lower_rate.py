"""A learning rate that changes during the run."""

# %% lower
import torch

x = torch.tensor(0.0, requires_grad=True)
opt = torch.optim.SGD([x], lr=0.9)
xs = [x.item()]
for step in range(1, 9):
    if step == 5:
        opt.param_groups[0]["lr"] = 0.5
    opt.zero_grad()
    ((x - 3) ** 2).backward()
    opt.step()
    xs.append(x.item())
    print(f"{step}  x {x.item():.4f}")

# %% claim: one-more-step
assert abs(xs[4] - 3) > 1 and abs(xs[5] - 3) < 1e-6, xs
for _start in (-7.0, 1.0, 40.0):
    for _first in (0.05, 0.3, 0.9, 1.1):
        _x = torch.tensor(_start, requires_grad=True)
        _opt = torch.optim.SGD([_x], lr=_first)
        for _step in range(1, 6):
            if _step == 5:
                _opt.param_groups[0]["lr"] = 0.5
            _opt.zero_grad()
            ((_x - 3) ** 2).backward()
            _opt.step()
        assert abs(_x.item() - 3) < 1e-4, (_start, _first)
