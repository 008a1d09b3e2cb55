"""The training loop, on three points of the line y = 2x."""

# %% loop
import torch
from torch import nn

torch.manual_seed(0)
X = torch.tensor([[1.0], [2.0], [3.0]])
y = 2 * X
model = nn.Linear(1, 1)
criterion = nn.MSELoss()
optimiser = torch.optim.SGD(model.parameters(), lr=0.1)

for step in range(201):
    optimiser.zero_grad()  # clear
    y_hat = model(X)  # predict
    loss = criterion(y_hat, y)  # compare
    loss.backward()  # trace back
    optimiser.step()  # step
    if step % 50 == 0:
        print(f"step {step:3}: loss {loss.item():.4f}")

with torch.no_grad():
    print(f"at 5: {model(torch.tensor([[5.0]])).item():.2f}")

# %% claim: learns
assert loss < 0.001
assert abs(model(torch.tensor([[5.0]])).item() - 10) < 0.1
