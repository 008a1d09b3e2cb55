"""Softmax first and the logarithm afterwards: too large, or too small."""

# %% overflow
import torch
import torch.nn.functional as F

target = torch.tensor(0)
for logits in (
    torch.tensor([10.0, 0.0]),  # sure, and right
    torch.tensor([1000.0, 0.0]),  # surer
    torch.tensor([-1000.0, 0.0]),  # sure, and wrong
):
    formula = -(logits.exp() / logits.exp().sum()).log()[target]
    two_steps = -logits.softmax(dim=0).log()[target]
    together = F.cross_entropy(logits, target)
    # adding 0.0 makes 0.0 of -0.0
    print(f"{logits[0]:6.0f}  {formula:6.2f}  {two_steps + 0.0:6.2f}  {together:7.2f}")

# %% claim: only-together-holds
_sure, _wrong = torch.tensor([1000.0, 0.0]), torch.tensor([-1000.0, 0.0])
assert (_sure.exp() / _sure.exp().sum()).isnan()[0]
assert _wrong.softmax(dim=0).log()[0].isinf()
assert F.cross_entropy(_sure, target) == 0
assert F.cross_entropy(_wrong, target) == 1000
_fine = torch.tensor([10.0, 0.0])
_right = F.cross_entropy(_fine.double(), target)  # ln (1 + 1/e^10)
assert torch.allclose(F.cross_entropy(_fine, target).double(), _right, atol=1e-6)
_z = _wrong.clone().requires_grad_()
F.cross_entropy(_z, target).backward()
assert _z.grad.tolist() == [-1, 1]
