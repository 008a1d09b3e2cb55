"""Tensors like another one."""

# %% like
import torch

torch.manual_seed(0)
template = torch.tensor([[1, 2], [3, 4]])
print("template:", template, sep="\n")
print("ones:", torch.ones_like(template), sep="\n")
print("standard normal:", torch.randn_like(template, dtype=torch.float), sep="\n")

# %% claim: shape-dtype-device
for _copied in (torch.ones_like(template), torch.zeros_like(template)):
    assert (_copied.shape, _copied.dtype) == ((2, 2), torch.int64)
assert torch.randn_like(template, dtype=torch.float).shape == (2, 2)
for _dtype in (torch.int64, torch.bool, torch.float16, torch.float64):
    for _shape in ((), (3,), (2, 2), (1, 2, 3)):
        _template = torch.ones(_shape, dtype=_dtype)
        for _like in (
            *(f(_template) for f in (torch.ones_like, torch.zeros_like)),
            *(torch.empty_like(_template), torch.full_like(_template, 1)),
        ):
            assert (_like.shape, _like.dtype) == (_shape, _dtype)
            assert _like.device == _template.device
        _normal = torch.randn_like(_template, dtype=torch.float)
        assert _normal.dtype == torch.float32 and _normal.shape == _shape
assert template.dtype == torch.ones_like(template).dtype == torch.int64
