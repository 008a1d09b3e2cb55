"""Tensors from nothing but a shape."""

# %% ones-zeros-randn
import torch

torch.manual_seed(0)
shape = (2, 3)
print("ones:", torch.ones(shape), sep="\n")
print("zeros:", torch.zeros(shape), sep="\n")
print("standard normal:", torch.randn(shape), sep="\n")

# %% claim: three-fillings
assert (torch.ones(shape) == 1).all() and (torch.zeros(shape) == 0).all()
with torch.random.fork_rng():  # what the shown cells draw stays as it is
    _normal = torch.randn(shape)
assert (
    torch.ones(shape).shape == _normal.shape == shape and _normal.unique().numel() == 6
)

# %% normal
many = torch.randn(100_000, dtype=torch.float64)
print(f"mean {many.mean():.3f}, standard deviation {many.std():.3f}")
print(f"between -1 and 1: {(many.abs() < 1).double().mean():.0%}")

# %% claim: standard-normal
assert abs(many.mean()) < 0.01 and abs(many.std() - 1) < 0.01
within_one = (many.abs() < 1).double().mean()
assert abs(within_one - 0.6827) < 0.005, within_one

# %% layer
layer = torch.nn.Linear(100, 10)
print(f"largest weight of a fresh layer: {layer.weight.abs().max():.3f}")

# %% claim: a-layer-starts-smaller
largest = layer.weight.abs().max()
assert 0.09 < largest <= 1 / 100**0.5, largest
assert abs(layer.weight.std() - 0.1 / 3**0.5) < 0.003  # uniform
