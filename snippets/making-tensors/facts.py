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
assert x.dtype == torch.float32 == torch.float == torch.get_default_dtype()
assert x.device == torch.device("cpu")

# %% to
print(x.to(torch.float64).dtype, x.to(torch.int64).tolist())

device = "cuda" if torch.cuda.is_available() else "cpu"
y = x.to(device)  # the same numbers, in the memory of that device
print(torch.equal(y.cpu(), x))

# %% claim: to-makes-another-tensor
assert x.dtype == torch.float32  # x itself is what it was
_whole = x.to(torch.int64)
assert torch.equal(_whole, x.trunc().long())
assert torch.equal(y.cpu(), x)
