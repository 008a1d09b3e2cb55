"""The gradient after one token, orthogonalised."""

# %% token
import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(0)
layer = torch.nn.Linear(4, 3, bias=False)
layer(torch.randn(4)).square().sum().backward()

X = layer.weight.grad / layer.weight.grad.norm()
for _ in range(5):
    A = X @ X.T
    X = 3.4445 * X + (-4.7750 * A + 2.0315 * A @ A) @ X
values = torch.linalg.svdvals(X)
print([f"{abs(s):.4f}" for s in values.tolist()])

# %% claim: only-what-is-there
assert 0.68 < values[0] < 1.21 and values[1:].abs().max() < 1e-9, values
assert values.shape == (3,)
