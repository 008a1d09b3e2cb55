"""The update without the line that fills the gradient."""

# %% update raises TypeError: unsupported operand type(s) for *
import torch
from torch import nn

x = torch.tensor([[-1.0, 1.0], [0.0, 1.0], [1.0, 1.0]])
y = torch.tensor([-1.0, 2.0, 5.0])
coefficients = nn.Parameter(torch.tensor([-1.0, 1.0]))
lr = 0.1

loss = ((x @ coefficients - y) ** 2).mean()
print(coefficients.grad)
with torch.no_grad():
    coefficients.sub_(lr * coefficients.grad)
