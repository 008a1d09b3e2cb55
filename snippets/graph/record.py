"""z = x·(a + b): what is watched, and what is recorded."""

# %% flags
import torch

data = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
parameter = torch.tensor([[1.0], [2.0]], requires_grad=True)
print("data:     ", data.requires_grad)
print("parameter:", parameter.requires_grad)

# %% claim: off-unless-asked
assert data.requires_grad is False and parameter.requires_grad is True

# %% forward
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
x = torch.tensor(4.0, requires_grad=True)

y = a + b
z = x * y
print("y:", y)
print("z:", z)

# %% claim: five-and-twenty
assert y == 5 and z == 20


# %% names
def show(name, node):
    address = hex(id(node))  # where the object happens to lie in memory
    print(f"{name}.grad_fn is", str(node).replace(address, "0x…"))


show("z", z.grad_fn)
show("y", y.grad_fn)
show("a", a.grad_fn)

# %% claim: results-have-a-grad-fn
assert type(z.grad_fn).__name__ == "MulBackward0"
assert type(y.grad_fn).__name__ == "AddBackward0"
assert a.grad_fn is b.grad_fn is x.grad_fn is None
assert hex(id(z.grad_fn)) in str(z.grad_fn)

# %% claim: some-are-borrowed
_v = torch.stack([x, a])
for _result, _name in (
    (torch.square(_v), "PowBackward0"),
    (_v**2, "PowBackward0"),
    (torch.outer(_v, _v), "MulBackward0"),
    (_v * _v, "MulBackward0"),
    (_v.reshape(2, 1), "ViewBackward0"),
    (torch.tanh(_v), "TanhBackward0"),
    (torch.exp(_v), "ExpBackward0"),
):
    assert type(_result.grad_fn).__name__ == _name, _result.grad_fn
