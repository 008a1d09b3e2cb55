"""The Jacobian of softmax, by formula and by autograd."""

# %% jacobian
import torch

z = torch.tensor([2.0, 1.0, 0.0])
p = torch.softmax(z, dim=-1)
formula = torch.diag(p) - torch.outer(p, p)
measured = torch.autograd.functional.jacobian(lambda z: torch.softmax(z, -1), z)
print(measured)
print("rows sum to zero:", (measured.sum(dim=1).abs() < 1e-6).tolist())

# %% claim: formula-holds
assert torch.allclose(formula, measured, atol=1e-6)
assert measured.sum(dim=1).abs().max() < 1e-6
_p = p.tolist()
for _i in range(3):
    for _j in range(3):
        _entry = _p[_i] * (1 - _p[_i]) if _i == _j else -_p[_i] * _p[_j]
        assert abs(measured[_i, _j].item() - _entry) < 1e-6, (_i, _j)
