"""A trained model with dropout, asked twice without eval()."""

# %% train
import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(-1, 1, 64).reshape(-1, 1)
y = torch.sin(3 * x)
model = nn.Sequential(nn.Linear(1, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 1))
optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
for _ in range(400):
    optimiser.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    optimiser.step()

# %% ask-twice
with torch.no_grad():
    print("without eval(): same answer twice?", torch.equal(model(x), model(x)))
    trials = [nn.functional.mse_loss(model(x), y).item() for _ in range(500)]
    model.eval()
    print("with eval():    same answer twice?", torch.equal(model(x), model(x)))
    steady = nn.functional.mse_loss(model(x), y).item()

ratio = sum(trials) / len(trials) / steady
print("mean loss without eval() more than twice as large:", ratio > 2)

# %% claim: dice-in-the-answers
assert len(set(trials)) > 490
assert ratio > 2, ratio
assert min(trials) > steady

# %% claim: gradients-stay-on
assert not model.training and model(x).requires_grad
with torch.no_grad():
    assert not model(x).requires_grad
