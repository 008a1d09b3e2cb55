"""What one asks a tensor first."""

# %% facts
import torch

torch.manual_seed(0)
x = torch.randn(2, 3)
print("shape ", x.shape)
print("rank  ", x.ndim)
print("dtype ", x.dtype)
print("device", x.device)

# %% claim: defaults
assert x.shape == (2, 3) and x.ndim == 2
for _made in (
    *(make(2, 3) for make in (torch.ones, torch.zeros, torch.rand, torch.randn)),
    *(torch.tensor(data) for data in (0.1, [1, 2.5], [[-7.0]])),
    *(torch.linspace(0, 1, 3), torch.arange(3.0), torch.eye(2), torch.empty(2)),
    torch.full((2,), 0.5),
):
    assert _made.dtype == torch.float32 == torch.get_default_dtype()
    assert _made.device == torch.device("cpu")

# %% to
print(x.to(torch.float64).dtype, x.to(torch.int64).tolist())

device = "cuda" if torch.cuda.is_available() else "cpu"
y = x.to(device)  # the same numbers, in the memory of that device
print(torch.equal(y.cpu(), x))

# %% claim: to-makes-another-tensor
_before = x.clone()
for _dtype in (torch.int8, torch.int16, torch.int32, torch.int64):
    _many = torch.linspace(-100, 100, 4001, dtype=torch.float64)
    _whole = _many.to(_dtype)
    assert _whole is not _many and _whole.dtype == _dtype
    assert _many.dtype == torch.float64  # the first is what it was
    assert _whole.tolist() == [int(number) for number in _many.tolist()]
_double = x.to(torch.float64)
_double.zero_()
assert x.dtype == torch.float32 and torch.equal(x, _before)
assert torch.equal(y.cpu(), x)

# %% claim: to-nothing-new
assert (y is x) == (device == "cpu") and x.to(x.dtype) is x
for _dtype in (torch.float32, torch.float64, torch.int64, torch.bool):
    _same = torch.ones(2, 3, dtype=_dtype)
    assert _same.to(_dtype) is _same and _same.to("cpu") is _same
