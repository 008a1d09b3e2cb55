"""The graph records what ran, not what was written."""

# %% branch
import torch


def f(x):
    return x * x if x > 0 else x + 10


for value in (3.0, -3.0):
    x = torch.tensor(value, requires_grad=True)
    result = f(x)
    result.backward()
    print(f"{value:4}: {type(result.grad_fn).__name__}, slope {x.grad:.0f}")

# %% claim: one-branch-at-a-time
_seen = {}
for _value in (3.0, -3.0):
    _x = torch.tensor(_value, requires_grad=True)
    _result = f(_x)
    _result.backward()
    _seen[_value] = (type(_result.grad_fn).__name__, _x.grad.item())
assert _seen == {3.0: ("MulBackward0", 6.0), -3.0: ("AddBackward0", 1.0)}
