"""A graph that was never recorded."""

# %% no-graph raises RuntimeError: does not require grad and does not have a grad_fn
import torch

a, b, x = torch.tensor(2.0), torch.tensor(3.0), torch.tensor(4.0)
z = x * (a + b)
print(z)
z.backward()
