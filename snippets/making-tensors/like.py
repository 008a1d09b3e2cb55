"""Tensors like another one."""

# %% like
import torch

torch.manual_seed(0)
template = torch.tensor([[1, 2], [3, 4]])
print("template:", template, sep="\n")
print("ones:", torch.ones_like(template), sep="\n")
print("standard normal:", torch.randn_like(template, dtype=torch.float), sep="\n")

# %% claim: shape-dtype-device
_ones = torch.ones_like(template)
_normal = torch.randn_like(template, dtype=torch.float)
for _like in (_ones, _normal):
    assert _like.shape == template.shape and _like.device == template.device
assert _ones.dtype == template.dtype == torch.int64
assert _normal.dtype == torch.float32
assert torch.ones_like(template.double()).dtype == torch.float64
