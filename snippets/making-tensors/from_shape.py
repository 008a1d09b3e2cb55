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
_own = torch.Generator().manual_seed(1)  # the next shown draw is not moved by these
_more = [torch.randn(100_000, generator=_own).double() for _ in range(5)]
for _draw in (many, *_more):
    assert abs(_draw.mean()) < 0.015 and abs(_draw.std() - 1) < 0.01
    assert abs((_draw.abs() < 1).double().mean() - 0.6827) < 0.007

# %% layer
layer = torch.nn.Linear(100, 10)
print(f"largest weight of a fresh layer: {layer.weight.abs().max():.3f}")

# %% claim: a-layer-starts-smaller
assert (layer.weight.abs() <= 0.1).all()
for _n in (1, 4, 25, 100, 400):
    for _ in range(3):
        _share = torch.nn.Linear(_n, 8000 // _n).weight * _n**0.5  # of the limit
        assert 0.99 < _share.abs().max() < 1 + 1e-6, _n
        for _quarter in range(4):  # evenly: a quarter of them in each quarter
            _left = _quarter / 2 - 1
            _in_it = (_share > _left) & (_share < _left + 0.5)
            assert abs(_in_it.double().mean() - 0.25) < 0.03, (_n, _quarter)
