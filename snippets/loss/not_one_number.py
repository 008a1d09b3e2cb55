"""A mean over the wrong axis leaves more than one number."""

# %% wrong-axis
import torch

y = torch.tensor([[3.0, -1.0], [2.0, 0.0], [1.0, 1.0]])  # 3 samples, 2 outputs
y_hat = torch.zeros(3, 2, requires_grad=True)

loss = ((y_hat - y) ** 2).mean(dim=0)  # collapses the samples only
print([round(value, 4) for value in loss.tolist()])

# %% claim: one-for-each-output
assert loss.shape == (2,), loss.shape

# %% backward raises RuntimeError: implicitly created only for scalar outputs
loss.backward()
