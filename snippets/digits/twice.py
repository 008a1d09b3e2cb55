"""The same classifier with a softmax before the loss."""

# %% once-and-twice
import torch
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
X, y = torch.tensor(digits.data) / 16, torch.tensor(digits.target)
order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
train, validation, _ = order.split([1000, 400, 397])


# %% run
def run(extra_softmax, epochs):
    """Yield the loss and the share of right answers on others, after each epoch."""
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
        yield nn.functional.cross_entropy(outputs, y[validation]).item(), right


# %% compare
once, twice = list(run(False, epochs=10)), list(run(True, epochs=40))
print("epoch   one softmax         two softmaxes")
for epoch in (1, 5, 10, 40):
    for history in (once, twice):
        if epoch <= len(history):
            loss, right = history[epoch - 1]
            print(f"{epoch:5d}" if history is once else "", end="")
            print(f"   loss {loss:.3f} {right:6.1%}", end="")
        else:
            print(f"{epoch:5d}" + 20 * " ", end="")
    print()
right_once, right_twice, right_late = once[9][1], twice[9][1], twice[39][1]

# %% claim: a-third-is-lost
assert right_once > 0.93 and right_twice < 0.75, (right_once, right_twice)

# %% claim: only-slower
_floor = torch.log(1 + 9 / torch.exp(torch.tensor(1.0))).item()
assert all(_loss > _floor for _loss, _ in twice)
assert abs(right_late - right_once) < 0.03 and twice[39][0] > 1.5, (right_late, twice)
assert abs(twice[0][0] - torch.log(torch.tensor(10.0))) < 0.03, twice[0]
_losses = [_loss for _loss, _ in twice[::5]]
assert _losses == sorted(_losses, reverse=True), _losses
