"""x = x - lr * x.grad gives the name x to another tensor."""

# %% rebind
import torch


def f(x):
    return (x - 3) ** 2


x = torch.tensor(0.0, requires_grad=True)
parameter = x  # a second name for the same tensor

f(x).backward()
x = x - 0.1 * x.grad
print("x:        ", x)
print("parameter:", parameter)

# %% claim: a-result-and-no-leaf
assert not x.is_leaf and x.grad_fn is not None
assert parameter.is_leaf and parameter == 0

# %% second raises TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'
f(x).backward()
x = x - 0.1 * x.grad
