"""nn.Module rebuilt in twenty-five lines."""

# %% module
import torch
from torch import nn


class Module:
    """Notes every parameter and every module that becomes an attribute."""

    def __init__(self):
        self.__dict__["parts"] = {}

    def __setattr__(self, name, value):
        if isinstance(value, nn.Parameter | Module):
            self.parts[name] = value
        self.__dict__[name] = value

    def named_parameters(self, prefix=""):
        for name, part in self.parts.items():
            if isinstance(part, Module):  # a module inside a module: go down
                yield from part.named_parameters(f"{prefix}{name}.")
            else:
                yield prefix + name, part

    def __call__(self, *inputs):
        return self.forward(*inputs)


# %% line-model
class Linear(Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        bound = in_features**-0.5
        weight = torch.empty(out_features, in_features).uniform_(-bound, bound)
        self.weight = nn.Parameter(weight)
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))

    def forward(self, x):
        return x @ self.weight.T + self.bias


class LinearRegressionModel(Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.linear_layer = Linear(in_features, out_features)

    def forward(self, x):
        return self.linear_layer(x)


torch.manual_seed(0)
ours = LinearRegressionModel(3, 2)
for name, parameter in ours.named_parameters():
    print(name, tuple(parameter.shape))


# %% compare
class TorchModel(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.linear_layer = nn.Linear(in_features, out_features)

    def forward(self, x):
        return self.linear_layer(x)


torch.manual_seed(0)
theirs = TorchModel(3, 2)
pairs = zip(ours.named_parameters(), theirs.named_parameters(), strict=True)
same_numbers = all(a == b and torch.equal(p, q) for (a, p), (b, q) in pairs)
X = torch.linspace(-1, 1, 12).reshape(4, 3)
gap = (ours(X) - theirs(X)).abs().max().item()
print("same names and numbers:", same_numbers, "  predictions agree:", gap < 1e-6)

# %% claim: ours-is-theirs
assert same_numbers
assert gap < 1e-6, gap
_names = "linear_layer.weight", "linear_layer.bias"
assert tuple(dict(ours.named_parameters())) == _names
for _seed, _sizes in enumerate([(1, 1), (10, 4), (64, 32), (784, 10)]):
    torch.manual_seed(_seed)
    _ours = dict(LinearRegressionModel(*_sizes).named_parameters())
    torch.manual_seed(_seed)
    for _name, _parameter in TorchModel(*_sizes).named_parameters():
        assert torch.equal(_ours[_name], _parameter), (_sizes, _name)
