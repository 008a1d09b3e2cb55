"""Three activations and their slopes, the slopes from autograd."""

# %% curves
import torch

x = torch.linspace(-4, 4, 201, dtype=torch.float64, requires_grad=True)
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
left = x.detach() < 0
assert (slopes["ReLU"][left] == 0).all() and at["ReLU"].tolist() == [0, 0, 1, 1]
assert (slopes["GELU"][left] != 0).all()
assert slopes["tanh"].min() > 0 and 0 < tanh_right < 0.01
