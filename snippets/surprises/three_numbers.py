"""backward on more than one number."""

# %% three raises RuntimeError: grad can be implicitly created only for scalar outputs
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x**2
print(y)
y.backward()
