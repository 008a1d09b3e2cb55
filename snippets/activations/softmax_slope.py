"""The Jacobian of softmax, by formula and by autograd."""

# %% jacobian
import torch

z = torch.tensor([2.0, 1.0, 0.0])
p = torch.softmax(z, dim=-1)
formula = torch.diag(p) - torch.outer(p, p)
measured = torch.autograd.functional.jacobian(lambda z: torch.softmax(z, -1), z)
print(measured)
print("rows sum to", measured.sum(dim=1).abs().max() < 1e-6)

# %% claim: formula-holds
assert torch.allclose(formula, measured, atol=1e-6)
assert measured.sum(dim=1).abs().max() < 1e-6
