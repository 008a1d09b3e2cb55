"""What five steps of Newton and Schulz cost beside the gradient."""


# %% cost
def share(n: int, tokens: int) -> float:
    """Multiplications of Muon's step over those of the training, square matrix."""
    newton_schulz = 5 * 3 * n**3  # X Xᵀ, its square, and the product with X
    gradient = 3 * n**2 * tokens  # forward, and twice as much backward
    return newton_schulz / gradient


for n, tokens in ((24, 256), (4096, 500_000), (4096, 4096)):
    print(f"width {n:4d}, {tokens:7,} tokens a step: {share(n, tokens):.0%} more")
large, small_batch = share(4096, 500_000), share(4096, 4096)

# %% claim: five-widths-over-tokens
assert large == 5 * 4096 / 500_000 and 0.03 < large < 0.05, large
assert small_batch == 5 and share(24, 256) == 5 * 24 / 256
