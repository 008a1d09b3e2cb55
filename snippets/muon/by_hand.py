"""The nearest rotation to a matrix, by hand, by singular values and by a polynomial."""

# %% svd
import torch

torch.set_default_dtype(torch.float64)
G = torch.tensor([[3.0, 0.0], [4.0, 5.0]])
U, S, Vh = torch.linalg.svd(G)
print("singular values", [round(s, 4) for s in S.tolist()])
print("with both set to 1:")
print((U @ Vh).round(decimals=4))

# %% claim: a-rotation
_paper = torch.tensor([[2.0, -1.0], [1.0, 2.0]]) / 5**0.5
assert (U @ Vh - _paper).abs().max() < 1e-12
assert (S - torch.tensor([45.0, 5.0]).sqrt()).abs().max() < 1e-12
assert (U @ torch.diag(S) @ Vh - G).abs().max() < 1e-12

# %% diagonal
long = torch.diag(torch.tensor([100.0, 1.0]))
u, s, vh = torch.linalg.svd(long)
print((u @ vh).abs())

# %% claim: all-directions-alike
assert torch.equal((u @ vh).abs(), torch.eye(2)) and s.tolist() == [100, 1]

# %% cubic
X = G / G.norm()  # the root of 9 + 16 + 25
values = S / G.norm()
for step in range(9):
    print(step, [f"{s:.4f}" for s in values.tolist()], end="  ")
    print("of the matrix", [f"{s:.4f}" for s in torch.linalg.svdvals(X).tolist()])
    if step == 1:
        one = X
    X = 1.5 * X - 0.5 * X @ X.T @ X
    values = 1.5 * values - 0.5 * values**3

# %% claim: the-matrix-does-what-its-values-do
assert (X - U @ Vh).abs().max() < 1e-12
assert (torch.linalg.svdvals(one) - torch.tensor([0.9961, 0.4585])).abs().max() < 5e-5
assert (values - 1).abs().max() < 1e-12

# %% not-divided
X, sizes = G, []
for _ in range(5):
    X = 1.5 * X - 0.5 * X @ X.T @ X
    sizes.append(X.abs().max().item())
print([f"{size:.0e}" for size in sizes])

# %% claim: explodes-from-outside
assert sizes == sorted(sizes) and sizes[-1] > 1e100, sizes
