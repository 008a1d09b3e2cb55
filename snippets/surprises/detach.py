"""What detach cuts, and what it does not."""

# %% half
import torch

x = torch.tensor(3.0, requires_grad=True)
(x * x).backward()
print("x · x:         ", x.grad)

x.grad = None
(x * x.detach()).backward()
print("x · x.detach():", x.grad)

# %% claim: one-path-is-cut
assert x.grad == 3  # the slope through the first factor alone
for _value in (-2.0, 0.0, 0.5, 7.0):
    _x = torch.tensor(_value, requires_grad=True)
    _y = _x * _x.detach()
    _y.backward()
    assert _y == _value**2 and _x.grad == _value

# %% shared
copy = x.detach()
copy += 1
print(x)

# %% claim: same-numbers-same-place
assert x == 4 and copy == 4
assert copy.data_ptr() == x.data_ptr()
assert not copy.requires_grad and copy.is_leaf

# %% mixed
w = torch.tensor(2.0, requires_grad=True)
v = torch.tensor(5.0, requires_grad=True)
z = w * 10
(z.detach() * v).backward()
print("w.grad:", w.grad)
print("v.grad:", v.grad)

# %% claim: cut-for-w-not-for-v
assert w.grad is None and v.grad == 20
