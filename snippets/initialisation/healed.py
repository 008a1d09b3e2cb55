"""Two ways to make a wrong gain harmless: normalisation, and a way around."""

# %% three-blocks
import torch
from torch import nn

WIDTH = 64
generator = torch.Generator().manual_seed(0)
settings = {"generator": generator, "dtype": torch.float64}
norm = nn.LayerNorm(WIDTH, dtype=torch.float64)
blocks = {
    "plain": lambda x, f: f(x),
    "LayerNorm": lambda x, f: f(norm(x)),
    "residual": lambda x, f: x + f(x),
}
sizes = {}
for name, block in blocks.items():
    generator.manual_seed(0)
    x = start = torch.randn(64, WIDTH, **settings).requires_grad_()
    for _ in range(20):
        W = torch.randn(WIDTH, WIDTH, **settings) * 0.5 / WIDTH**0.5
        x = block(x, lambda x, W=W: torch.tanh(x @ W.T))
    (grad,) = torch.autograd.grad(x, start, torch.randn(x.shape, **settings))
    sizes[name] = [(it**2).mean().sqrt().item() for it in (x, grad)]
    print(f"{name:<10} signal {sizes[name][0]:.1e}   gradient {sizes[name][1]:.1e}")

# %% claim: two-cures
assert max(sizes["plain"]) < 1e-5, sizes
for _name in ("LayerNorm", "residual"):
    assert min(sizes[_name]) > 0.2 and max(sizes[_name]) < 5, sizes
