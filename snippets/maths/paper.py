"""Sums, means, dot products, logarithms and spreads, small enough for paper."""

# %% sums
import torch

x = torch.tensor([2.0, 4.0, 9.0]).double()
print("sum ", x.sum().item())
print("mean", x.mean().item())

# %% claim: fifteen-and-five
assert x.sum() == 15 and x.mean() == 5 and (x**2).sum() == 101

# %% vectors
u = torch.tensor([1, 2, 3])
v = torch.tensor([4, 5, 6])
print("dot product", (u @ v).item())

w = torch.tensor([3.0, 4.0])
print("length", w.norm().item())

A = torch.tensor([[1, 2, 3], [4, 5, 6]])
B = torch.tensor([[7, 8], [9, 10], [11, 12]])
print((A @ B).tolist())

# %% claim: as-on-paper
assert u @ v == 32 and (A @ B)[0, 1] == 64 == A[0] @ B[:, 1]
assert w.norm() == 5

# %% claim: largest-along
_u = w.double()
_angles = torch.arange(0, 360, 5).double().deg2rad()
for _length in (1, 2, 5):
    _turned = _length * torch.stack(  # _u turned by each angle, and as long as that
        [
            _angles.cos() * _u[0] - _angles.sin() * _u[1],
            _angles.sin() * _u[0] + _angles.cos() * _u[1],
        ]
    )
    _dots = _u @ _turned / 5
    assert _dots.argmax() == 0 and abs(_dots[18]) < 1e-12 and abs(_dots[54]) < 1e-12
    assert abs(_dots[0] - 5 * _length) < 1e-12

# %% logarithms
float64 = torch.float64
p = torch.tensor([0.5, 0.1, 0.2], dtype=float64)
print(f"product       {p.prod():.4f}")
print(f"its logarithm {p.prod().log():.4f}")
print(f"sum of logs   {p.log().sum():.4f}")

many = torch.full((200,), 0.01, dtype=float64)
print(f"product       {many.prod()}")
print(f"sum of logs   {many.log().sum():.4f}")

# %% claim: products-become-sums
assert abs(p.prod().log() - p.log().sum()) < 1e-12
assert many.prod() == 0
assert abs(many.log().sum() - 200 * torch.tensor(0.01).double().log()) < 1e-4
assert torch.isinf(many.prod().log())

# %% spread
print(f"by n      {x.var(correction=0):7.4f}")
print(f"by n - 1  {x.var():7.4f}")
print(f"its root  {x.std():7.4f}")

# %% claim: two-denominators
assert abs(x.std() - 13**0.5) < 1e-12
assert abs(x.std(correction=0) - (26 / 3) ** 0.5) < 1e-12
assert abs(x.var(correction=0) - 26 / 3) < 1e-12 and abs(x.var() - 26 / 2) < 1e-12
for _n in range(2, 10):
    _some = torch.arange(_n).double() ** 2
    _squares = ((_some - _some.mean()) ** 2).sum()
    assert abs(_some.var() - _squares / (_n - 1)) < 1e-9
    assert abs(_some.var(correction=0) - _squares / _n) < 1e-9
