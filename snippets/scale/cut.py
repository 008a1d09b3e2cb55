"""Cut the batch, cut the matrix: the step stays the same."""

# %% batch
import torch
import torch.nn.functional as F
from torch import nn

from mygpt import set_seed

set_seed(0)
torch.set_default_dtype(torch.float64)
model = nn.Sequential(nn.Linear(8, 32), nn.Tanh(), nn.Linear(32, 1))
x, y = torch.randn(64, 8), torch.randn(64, 1)


def gradient(x, y):
    """Return the gradient of the mean loss on these examples, as one vector."""
    model.zero_grad()
    F.mse_loss(model(x), y).backward()
    return torch.cat([p.grad.flatten() for p in model.parameters()])


whole = gradient(x, y)
parts = [gradient(*part) for part in zip(x.split(16), y.split(16), strict=True)]
print("four machines, averaged:", torch.allclose(whole, sum(parts) / 4))

# %% matrix
W = model[0].weight  # (32, 8)
left, right = W[:16], W[16:]  # half of the outputs on each machine
together = torch.cat([x @ left.T, x @ right.T], dim=1)
print("two halves of a matrix: ", torch.allclose(x @ W.T, together))

# %% claim: cut-and-the-same
assert torch.allclose(whole, sum(parts) / 4) and whole.abs().max() > 0.01
assert not torch.allclose(whole, parts[0], rtol=0.01) and len(parts) == 4
assert torch.allclose(x @ W.T, together) and together.shape == (64, 32)
