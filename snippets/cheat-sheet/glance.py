"""Expressions on tensors, each beside its value."""

# %% show
import torch


def show(*expressions):
    """Print each expression and, on the same line, its value."""
    width = max(len(expression) for expression in expressions) + 2
    for expression in expressions:
        value = eval(expression)
        if isinstance(value, torch.Size):
            value = tuple(value)  # (2, 3) is shorter than torch.Size([2, 3])
        line = " ".join(str(value).split()).replace("[ ", "[")
        print(f"{expression:{width}}{line}")


# %% making
x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
show(
    "torch.tensor([1, 2])",
    "torch.tensor([1.0, 2.0])",
    "torch.full((2,), 5)",
    "torch.ones_like(x[0])",
    "torch.arange(2, 8, 3)",
    "torch.linspace(0, 4, 3)",
)
print()
show("torch.arange(4)", "torch.zeros(3)", "torch.eye(2)")

# %% claim: ends-of-ranges
assert torch.arange(2, 8, 3).tolist() == [2, 5]
assert 8 not in torch.arange(2, 8, 3) and 8 == 5 + 3
for _start in range(-5, 6):
    for _end in range(_start, _start + 12):
        for _step in (1, 2, 3, 7):
            _counted = torch.arange(_start, _end, _step)
            assert _counted.tolist() == list(range(_start, _end, _step))
        for _n in (2, 3, 10, 21):
            _line = torch.linspace(_start, _end, _n)
            assert _line[0] == _start and _line[-1] == _end and len(_line) == _n

# %% claim: a-fraction-too-far
assert torch.arange(1, 1.3, 0.1).numel() == 4
assert torch.arange(1, 1.3, 0.1)[-1] == torch.tensor(1.3)

# %% asking
show("x")
print()
show(
    "x.shape",
    "x.shape[0]",
    "x.ndim",
    "x.numel()",
    "x.dtype",
    "x.device",
    "x.requires_grad",
    "x[0].tolist()",
    "x[1, 2]",
    "x[1, 2].item()",
)

# %% claim: entries-are-the-product
for _shape in ((), (3,), (2, 3), (4, 1, 2), (2, 0, 5)):
    _product = 1
    for _size in _shape:
        _product *= _size
    _x = torch.ones(_shape)
    assert _x.numel() == _product and _x.ndim == len(_x.shape) == len(_shape)
assert x.numel() == x.shape[0] * x.shape[1] == 6

# %% multiplying
a = torch.tensor([[1, 2], [3, 4]])
b = torch.tensor([[10, 20], [30, 40]])
v = torch.tensor([1, 10])
show("a", "b", "v")
print()
show(
    "a + b",
    "a * b",
    "a @ b",
    "a @ v",
    "v @ v",
    "a**2",
    "b / a",
)

# %% claim: two-products
assert (a * b)[0, 0] == 1 * 10
assert (a @ b)[0, 0] == 1 * 10 + 2 * 30

# %% reducing
s = torch.tensor([[10.0, 20.0, 30.0], [5.0, 10.0, 15.0]])
show("s")
print()
show(
    "s.sum()",
    "s.sum(dim=0)",
    "s.sum(dim=1)",
    "s.mean(dim=-1)",
    "s.std(dim=1)",
    "s.max()",
)
print()
show(
    "s.max(dim=1).values",
    "s.cumsum(dim=1)[0]",
    "s.sum(1, keepdim=True)",
)

# %% claim: dim-disappears
assert s.shape == (2, 3)
assert s.sum(dim=0).shape == (3,) and s.sum(dim=1).shape == (2,)
assert s.sum(1, keepdim=True).shape == (2, 1)

# %% broadcasting
column = torch.tensor([[10], [20]])
row = torch.tensor([1, 2, 3])
show("column", "row")
print()
show(
    "column.shape",
    "row.shape",
    "(column + row).shape",
    "(column + row)[0]",
    "(column + row)[1]",
)
fit = torch.broadcast_shapes
print()
show("fit((4, 1), (5,))", "fit((3, 1, 2), (4, 1))")

# %% claim: no-complaint
assert (torch.zeros(20, 1) - torch.zeros(20)).shape == (20, 20) == fit((20, 1), (20,))
assert (column - row).tolist() == [[9, 8, 7], [19, 18, 17]]

# %% picking
t = torch.arange(8).reshape(2, 4)
v = torch.tensor([1, 5, 9])
show("t", "v")
print()
show(
    "t[1]",
    "t[1:2]",
    "t[:, 2]",
    "t[1, 3]",
    "t[:, -1]",
    "t[0, ::2]",
    "t[:, 1:3]",
    "t[:, [3, 0]]",
)
print()
show(
    "t[[0, 1], [1, 3]]",
    "t[t > 4]",
    "t[(t > 2) & (t < 6)]",
    "torch.where(v > 4, v, 0)",
)

# %% claim: integers-remove
assert t[1].shape == (4,) and t[1:2].shape == (1, 4)

# %% claim: written-to-nobody
_before = t.clone()
t[t > 4][0] = -1
assert torch.equal(t, _before)

# %% looking-up
s = torch.tensor([[5, 9, 7], [8, 1, 2]])
i = torch.tensor([[2], [0]])
show("s", "i")
print()
show(
    "s.argmax()",
    "s.argmax(dim=1)",
    "s[0].argsort()",
    "s[0].topk(2).values",
    "s[0].topk(2).indices",
    "(s > 5).sum()",
    "s.gather(1, i)",
)
print()
show("s.scatter(1, i, 0)")

# %% claim: looked-up
for _row in range(2):
    assert s.gather(1, i)[_row, 0] == s[_row, i[_row, 0]]
    assert s.scatter(1, i, 0)[_row, i[_row, 0]] == 0
assert (s.scatter(1, i, 0) != s).sum() == 2

# %% reshaping
r = torch.arange(6).reshape(2, 3)
batch = torch.zeros(5, 2, 3)
show("r")
print()
show("r.view(3, 2)", "r.T", "r.flatten()", "r.reshape(-1)")
print()
show(
    "r.unsqueeze(0).shape",
    "r[:, None].shape",
    "r[:1].squeeze(0).shape",
    "torch.stack([r, r]).shape",
    "torch.cat([r, r]).shape",
    "torch.cat([r, r], dim=1).shape",
    "batch.shape",
    "batch.flatten(start_dim=1).shape",
    "batch.transpose(1, 2).shape",
    "batch.permute(2, 0, 1).shape",
)

# %% claim: one-dimension-more
assert torch.stack([r, r]).ndim == r.ndim + 1 and torch.cat([r, r]).ndim == r.ndim

# %% claim: same-shape-other-order
assert r.view(3, 2).shape == r.T.shape and not torch.equal(r.view(3, 2), r.T)


# %% sharing
def shares(y):
    """Say whether y reads the memory of r."""
    return y.untyped_storage().data_ptr() == r.untyped_storage().data_ptr()


show(
    "shares(r[0])",
    "shares(r[:, 1:])",
    "shares(r.T)",
    "shares(r.view(3, 2))",
    "shares(r.detach())",
    "shares(torch.from_numpy(r.numpy()))",
    "shares(r[[0]])",
    "shares(r[r > 2])",
    "shares(r + 0)",
    "shares(r.clone())",
    "shares(torch.cat([r, r]))",
    "shares(r.reshape(6))",
    "shares(r.T.reshape(6))",
)

# %% claim: view-or-copy
assert all(map(shares, (r[0], r[:, 1:], r.T, r.view(3, 2), r.detach())))
assert not any(map(shares, (r[[0]], r[r > 2], r + 0, r.clone(), torch.cat([r, r]))))

# %% claim: reshape-does-both
assert shares(r.reshape(6)) and not shares(r.T.reshape(6))

# %% types
import numpy as np

n = torch.tensor([1, 2, 3])
f = torch.tensor([0.5, 1.5, 2.7])
d = f.double()
ones = np.ones(2)
u = torch.tensor([200], dtype=torch.uint8)
show("n", "f", "u")
print()
show(
    "n.dtype",
    "f.dtype",
    "(n + f).dtype",
    "(n + 1.5).dtype",
    "(n / 2).dtype",
    "(n // 2).dtype",
    "(n > 1).dtype",
    "(n > 1).sum().dtype",
    "(f + 1.5).dtype",
    "(f + d).dtype",
    "(f + d[0]).dtype",
    "torch.tensor(ones).dtype",
)
print()
show("f.long()", "f.round()", "u + 100")

# %% claim: promotions
assert (n + f).dtype == (n + 1.5).dtype == (n / 2).dtype == torch.float32
assert (f + d).dtype == torch.float64
assert (f + 1.5).dtype == (f + d[0]).dtype == torch.float32
assert d[0].dtype == torch.float64
for _some, _numbers in (
    ((torch.int8, torch.int32), (7, torch.tensor(7))),
    ((torch.float16, torch.float32), (7, 1.5, torch.tensor(7), d[0])),
    ((torch.complex64,), (7, 1.5, 1j, d[0], torch.tensor(1j).to(torch.complex128))),
):
    for _dtype in _some:
        for _number in _numbers:
            assert (torch.ones(2, dtype=_dtype) + _number).dtype == _dtype
assert (n + 1.5).dtype == torch.float32 and (f + 1j).dtype == torch.complex64

# %% claim: quiet-losses
assert f.long().tolist() == [0, 1, 2]
for _half in range(-9, 10):
    _x = torch.tensor(_half + 0.5)
    assert _x.round() == _half + _half % 2 and _x.round() % 2 == 0
    assert _x.long() == int(_half + 0.5)
for _more in range(256):
    assert u + _more == (200 + _more) % 256
assert f.round().tolist() == [0, 2, 3]

# %% autograd
w = torch.tensor(3.0, requires_grad=True)
y = w**2
y.backward()
with torch.no_grad():
    silent = w * 2
show("w", "y", "w.grad", "w.item()")
print()
show(
    "w.is_leaf",
    "y.is_leaf",
    "y.requires_grad",
    "w.detach().requires_grad",
    "silent.requires_grad",
)

# %% claim: six-at-three
assert w.grad == 2 * 3
assert y.requires_grad and not silent.requires_grad

# %% claim: gradients-add-up
(w**2).backward()
assert w.grad == 2 * 3 + 2 * 3

# %% seeds
torch.manual_seed(0)
show("torch.rand(2)", "torch.randn(2)")
show("torch.randperm(5)")

torch.manual_seed(0)
p = torch.tensor([0.5, 0.5])
print()
show("torch.rand(2)", "torch.randint(10, (2,))")
show("torch.multinomial(p, 3, True)")

g = torch.Generator().manual_seed(0)
print()
show("torch.rand(1, generator=g)")

# %% claim: the-same-again
_own = torch.Generator().manual_seed(0)
assert not torch.equal(_own.get_state(), g.get_state())
torch.rand(1, generator=_own)
assert torch.equal(_own.get_state(), g.get_state())
torch.manual_seed(0)
_first = torch.rand(2)
torch.manual_seed(0)
assert torch.equal(_first, torch.rand(2))
torch.manual_seed(0)
torch.rand(7)  # another draw does not move the generator of its own
assert torch.equal(_first, torch.rand(2, generator=torch.Generator().manual_seed(0)))
