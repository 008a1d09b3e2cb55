"""No gradient and a gradient of zero are two different things."""

# %% none-or-zero
import torch

ends = {}
for to_none in (True, False):
    x = torch.tensor(0.0, requires_grad=True)
    idle = torch.tensor(1.0, requires_grad=True)
    opt = torch.optim.SGD([x, idle], lr=0.1, weight_decay=0.5)
    for step in range(10):
        opt.zero_grad(set_to_none=to_none)
        loss = (x - 3) ** 2
        if step == 0:
            loss = loss + 0 * idle  # the one time that idle takes part
        loss.backward()
        opt.step()
    ends[to_none] = (idle.item(), idle.grad)
    print(f"set_to_none={to_none!s:5}  idle {idle.item():.4f}  grad {idle.grad}")

# %% claim: zero-still-decays
_with_none, _with_zeros = ends[True], ends[False]
assert abs(_with_none[0] - 0.95) < 1e-6, "with None: the first step, and no other"
assert _with_none[1] is None and _with_zeros[1].item() == 0
assert abs(_with_zeros[0] - 0.95**10) < 1e-6, "with zeros: ten decays"
