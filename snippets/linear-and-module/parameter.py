"""What turns a tensor into a parameter, and what notices."""

# %% two-tensors
import torch
from torch import nn

plain = torch.tensor([[2.0]])
parameter = nn.Parameter(torch.tensor([[2.0]]))
print("plain    ", plain.requires_grad, isinstance(plain, torch.Tensor))
print("parameter", parameter.requires_grad, isinstance(parameter, torch.Tensor))

# %% noticed
module = nn.Module()
module.scale = plain
module.weight = parameter
registered = [name for name, _ in module.named_parameters()]
print("attributes: scale and weight; registered:", registered)

# %% claim: a-tensor-with-the-flag
assert isinstance(parameter, torch.Tensor)
assert parameter.requires_grad
assert not plain.requires_grad

# %% claim: only-the-parameter-is-registered
assert registered == ["weight"], registered
