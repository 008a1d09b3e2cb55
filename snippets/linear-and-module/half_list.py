"""One registered layer beside a hidden one: half of the model stands still."""

# %% hidden-layer
import torch
from torch import nn, optim


class HalfHidden(nn.Module):
    def __init__(self, container):
        super().__init__()
        self.hidden = container([nn.Linear(1, 4)])
        self.out = nn.Linear(4, 1)

    def forward(self, x):
        for layer in self.hidden:
            x = torch.relu(layer(x))
        return self.out(x)


# %% train
X = torch.linspace(-1, 1, 20).reshape(-1, 1)
y = X.abs()


def train(model, steps=300):
    optimiser = optim.SGD(model.parameters(), lr=0.05)
    losses = []
    for _ in range(steps):
        optimiser.zero_grad()
        loss = nn.functional.mse_loss(model(X), y)
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    return losses


# %% list-or-modulelist
models, losses, moved = {}, {}, {}
for container in (list, nn.ModuleList):
    torch.manual_seed(0)
    name, model = container.__name__, HalfHidden(container)
    before = [p.detach().clone() for p in model.hidden[0].parameters()]
    models[name], losses[name] = model, train(model)
    after = list(model.hidden[0].parameters())
    moved[name] = [not torch.equal(p, q) for p, q in zip(before, after, strict=True)]
    n_parameters = sum(p.numel() for p in model.parameters())
    print(f"{name:<10} {n_parameters:2d} parameters", end="")
    print(f"   loss {losses[name][0]:.3f} -> {losses[name][-1]:.4f}")
    print("           first layer, weight and bias, moved:", moved[name])

# %% claim: only-modulelist-trains-it
torch.manual_seed(0)
_out = HalfHidden(list).out  # as it began
assert moved == {"list": [False, False], "ModuleList": [True, True]}, moved
for _name, _model in models.items():
    assert not torch.equal(_model.out.weight, _out.weight), _name
    assert not torch.equal(_model.out.bias, _out.bias), _name
    assert losses[_name][-1] < 0.5 * losses[_name][0], losses[_name]
assert losses["ModuleList"][-1] < losses["list"][-1]
