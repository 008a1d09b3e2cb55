"""Two multiplications: entry by entry, and row by column."""

# %% star
import torch

a = torch.tensor([[1, 2], [3, 4]])
b = torch.tensor([[10, 20], [30, 40]])
print(a)
print(b)
print(a * b)

# %% claim: entry-by-entry
for _i in range(2):
    for _j in range(2):
        assert (a * b)[_i, _j] == a[_i, _j] * b[_i, _j]
        assert (a + b)[_i, _j] == a[_i, _j] + b[_i, _j]
        assert (a - b)[_i, _j] == a[_i, _j] - b[_i, _j]
        assert (a / b)[_i, _j] == a[_i, _j] / b[_i, _j]
assert (a * b).tolist() == [[10, 40], [90, 160]]

# %% both
print(a @ b)

# %% claim: two-products-differ
assert (a @ b)[0, 0] == 1 * 10 + 2 * 30 == 70
assert not torch.equal(a * b, a @ b)

# %% at
A = torch.tensor([[1, 2, 3], [4, 5, 6]])
B = torch.tensor([[7, 8], [9, 10], [11, 12]])
print(tuple(A.shape), "@", tuple(B.shape), "->", tuple((A @ B).shape))
print(A @ B)

# %% claim: row-by-column
assert (A @ B).tolist() == [[58, 64], [139, 154]]
for _i in range(2):
    for _j in range(2):
        assert (A @ B)[_i, _j] == sum(A[_i, _k] * B[_k, _j] for _k in range(3))

# %% claim: inner-numbers
assert A.shape == (2, 3) and B.shape == (3, 2) and (A @ B).shape == (2, 2)
for _m, _n, _other, _p in [
    (m, n, other, p)
    for m in (1, 2, 4)
    for n in (1, 2, 3)
    for other in (1, 2, 3)
    for p in (1, 3)
]:
    try:
        _made = (torch.ones(_m, _n) @ torch.ones(_other, _p)).shape
    except RuntimeError:
        _made = None
    assert _made == ((_m, _p) if _n == _other else None), (_m, _n, _other, _p)
