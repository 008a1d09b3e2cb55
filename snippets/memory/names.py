"""Two names for one tensor, and two tensors."""

# %% same
import torch

a = torch.zeros(3)
b = a  # a second name
b += 1  # changes the tensor where it lies
print("a after b += 1:   ", a)

b = b + 1  # makes a new tensor and gives it the name b
print("a after b = b + 1:", a)
print("b after b = b + 1:", b)

# %% claim: plus-equals-reaches-a
assert a.tolist() == [1, 1, 1] and b.tolist() == [2, 2, 2]

# %% underscore
x = torch.tensor([1.0, 2.0, 3.0])
print("returned by x.sub(0.6):", x.sub(0.6))
print("x afterwards:          ", x)

x.sub_(0.6)
print("x after sub_:          ", x)

# %% claim: underscore-changes-x
assert torch.allclose(x, torch.tensor([0.4, 1.4, 2.4]))
for _name, _argument in {
    **dict.fromkeys(("sub", "add", "mul", "div", "pow", "clamp"), 0.6),
    **dict.fromkeys(("neg", "exp", "relu", "tanh", "square", "abs")),
}.items():
    _x = torch.tensor([-1.0, 2.0, 3.0])
    _given = [] if _argument is None else [_argument]
    _new = getattr(_x, _name)(*_given)
    assert _x.tolist() == [-1, 2, 3] and _new is not _x, _name
    _place = _x.data_ptr()
    assert getattr(_x, _name + "_")(*_given) is _x and _x.data_ptr() == _place
    assert torch.equal(_x.nan_to_num(), _new.nan_to_num()), _name
    assert _x.tolist() != [-1, 2, 3], _name

# %% claim: others-in-place
for _change in (
    lambda x: x.zero_(),
    lambda x: x.fill_(7),
    lambda x: x.copy_(torch.zeros(3)),
    lambda x: x.__setitem__(0, 7),
    lambda x: torch.add(x, 1, out=x),
):
    _x = torch.tensor([1.0, 2.0, 3.0])
    _same = _x[:]
    _change(_x)
    assert _x.tolist() != [1, 2, 3] and torch.equal(_same, _x)
_x, _y = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 2.0, 3.0])
_same = _x
_x -= 0.6
assert _x is _same and torch.equal(_x, _y.sub_(0.6))
_x = torch.tensor([1.0])
assert _x.requires_grad_() is _x and _x.tolist() == [1]  # no number has changed


# %% function
def centre(values):
    values -= values.mean()
    return values


temperatures = torch.tensor([18.0, 20.0, 25.0])
print("centred:     ", centre(temperatures))
print("temperatures:", temperatures)

# %% claim: the-argument-is-changed
assert temperatures.tolist() == [-3, -1, 4]
