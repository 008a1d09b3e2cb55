"""Going back through the same graph twice."""

# %% second raises RuntimeError: Trying to backward through the graph a second time
import torch

x = torch.tensor(0.0, requires_grad=True)
loss = (x - 3) ** 2
loss.backward()
print(x.grad)
loss.backward()
