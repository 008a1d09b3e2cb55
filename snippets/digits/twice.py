"""The same classifier with a softmax before the loss."""

# %% once-and-twice
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
X, y = torch.tensor(digits.data) / 16, torch.tensor(digits.target)
order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
train, validation, _ = order.split([1000, 400, 397])


def run(extra_softmax, epochs=10):
    torch.manual_seed(0)
    layers = [nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)]
    model = nn.Sequential(*layers + [nn.Softmax(dim=-1)] * extra_softmax).double()
    optimiser = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(epochs):
        for batch in train[torch.randperm(len(train))].split(50):
            optimiser.zero_grad()
            loss = nn.functional.cross_entropy(model(X[batch]), y[batch])
            loss.backward()
            optimiser.step()
    with torch.no_grad():
        outputs = model(X[validation])
    right = (outputs.argmax(dim=1) == y[validation]).double().mean().item()
    return nn.functional.cross_entropy(outputs, y[validation]).item(), right


# %% compare
for extra_softmax in (False, True):
    loss, right = run(extra_softmax)
    print(f"extra softmax {extra_softmax!s:<5}  loss {loss:.3f}  right {right:.1%}")
    if not extra_softmax:
        right_once = right

right_twice, loss_twice = right, loss

# %% claim: a-third-is-lost
import math

assert right_once > 0.93 and right_twice < 0.75, (right_once, right_twice)
assert loss_twice > math.log(1 + 9 / math.e), loss_twice
