"""The same check in float32 finds fault with a right gradient."""

# %% float32 raises GradcheckError: Jacobian mismatch for output 0
import torch


def f(x):
    return x * x * x


x = torch.tensor(2.0, requires_grad=True)  # float32
torch.autograd.gradcheck(f, x)
