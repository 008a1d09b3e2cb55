"""Three ways to change a parameter outside the graph."""

# %% three-ways
import torch


def stepped(update):
    x = torch.tensor(0.0, requires_grad=True)
    ((x - 3) ** 2).backward()
    update(x)
    return x


def in_place(x):
    with torch.no_grad():
        x.sub_(0.1 * x.grad)


def operator(x):
    with torch.no_grad():
        x -= 0.1 * x.grad


def through_data(x):
    x.data.sub_(0.1 * x.grad)


# %% compare
for update in (in_place, operator, through_data):
    x = stepped(update)
    print(f"{update.__name__:12} x = {x.item():.4f}, a leaf: {x.is_leaf}")

# %% claim: three-ways-are-one
for _update in (in_place, operator, through_data):
    _x = stepped(_update)
    assert abs(_x - 0.6) < 1e-6 and _x.is_leaf and _x.requires_grad and _x.grad == -6
torch.manual_seed(0)
for _start in torch.randn(30):
    _slope, _seen = torch.randn(()), set()
    for _update in (in_place, operator, through_data):
        _x = _start.clone().requires_grad_()
        _same, _x.grad = _x, _slope
        _update(_x)
        assert _x is _same and _x.is_leaf and _x.requires_grad
        _seen.add(_x.item())
    assert len(_seen) == 1 and _start.item() not in _seen

# %% inside
w = torch.tensor(1.0, requires_grad=True)
with torch.no_grad():
    inside = w * 2
outside = w * 2
print("inside: ", inside)
print("outside:", outside)

# %% claim: no-record-inside
assert not inside.requires_grad and inside.grad_fn is None
assert outside.requires_grad and w.requires_grad
