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
_x = torch.tensor([1.0, 2.0, 3.0])
_x.sub(0.6)
assert _x.tolist() == [1, 2, 3]
assert _x.sub_(0.6) is _x


# %% function
def centre(values):
    values -= values.mean()
    return values


temperatures = torch.tensor([18.0, 20.0, 25.0])
print("centred:     ", centre(temperatures))
print("temperatures:", temperatures)

# %% claim: the-argument-is-changed
assert temperatures.tolist() == [-3, -1, 4]
