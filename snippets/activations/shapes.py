"""Three activations and their slopes, the slopes from autograd."""

# %% curves
import torch

x = (torch.arange(-100, 101, dtype=torch.float64) / 25).requires_grad_()
functions = {"ReLU": torch.relu, "GELU": torch.nn.functional.gelu, "tanh": torch.tanh}
slopes = {}
for name, function in functions.items():
    (slopes[name],) = torch.autograd.grad(function(x).sum(), x)

# %% picture
import matplotlib.pyplot as plt

figure, (top, bottom) = plt.subplots(2, 1, figsize=(5.2, 5.2), sharex=True)
for (name, function), color in zip(functions.items(), ("C0", "C4", "C5"), strict=True):
    top.plot(x.detach(), function(x).detach(), color=color, label=name)
    bottom.plot(x.detach(), slopes[name], color=color, label=name)
top.set_ylim(-1.3, 3)
top.set_ylabel("output")
bottom.set_ylabel("slope")
bottom.set_xlabel("input x")
top.legend()
plt.show()

# %% numbers
points = torch.tensor([-3.0, -1.0, 1.0, 3.0], requires_grad=True)
print("x    ", points.tolist())
at = {}
for name, function in functions.items():
    (at[name],) = torch.autograd.grad(function(points).sum(), points)
    print(f"{name:<5}", [f"{slope:.3f}" for slope in at[name].tolist()])

gelu_left, tanh_right = at["GELU"][0].item(), at["tanh"][3].item()

# %% claim: slopes-of-the-three
_x, _gelu = x.detach(), slopes["GELU"]
assert (slopes["ReLU"][_x < 0] == 0).all() and at["ReLU"].tolist() == [0, 0, 1, 1]
assert (_gelu[_x < -0.755] < 0).all() and (_gelu[_x > -0.75] > 0).all()
assert slopes["tanh"].min() > 0 and 0 < tanh_right < 0.01
assert (slopes["tanh"].flip(0) == slopes["tanh"]).all()

# %% claim: flat-far-out
for _size in (1, 64):  # alone, and in a row that is computed at once
    _far = torch.full((_size,), 20.0, requires_grad=True)
    for _function, _sign in zip(functions.values(), (-1, -1, 1), strict=True):
        (_slope,) = torch.autograd.grad(_function(_sign * _far).sum(), _far)
        assert (_slope == 0).all(), (_function, _slope)
