"""How large a rank may be, and how large the rank of a gradient is."""

# %% largest
for n, m in ((32, 32), (128, 32), (4096, 4096)):
    largest = max(r for r in range(1, m + 1) if r * (n + m) < n * m)
    print(f"{n:4d} by {m:<4d}  rank {largest:4d} still saves something")
    if (n, m) == (128, 32):
        largest_wide = largest

# %% claim: below-the-product-over-the-sum
assert largest == 2047 and largest_wide == 25  # below 4096² / 8192 and 4096 / 160

# %% gradient
import torch

torch.manual_seed(0)
torch.set_default_dtype(torch.float64)
layer = torch.nn.Linear(32, 32, bias=False)
ranks = []
for tokens in (1, 2, 5, 32, 100):
    layer.zero_grad()
    layer(torch.randn(tokens, 32)).square().sum().backward()
    ranks.append(int(torch.linalg.matrix_rank(layer.weight.grad)))
    print(f"{tokens:3d} tokens  the gradient has rank {ranks[-1]}")

# %% claim: one-rank-for-each-token
assert ranks == [1, 2, 5, 32, 32]
