"""Three matrices that together are as large as two."""

# %% gate
C = 4096
ffn_dim = 8 * C / 3  # 3 C f = 8 C²
rounded = -(-int(ffn_dim) // 256) * 256  # up to a multiple of 256
print(f"{ffn_dim:.1f}, rounded up to {rounded}")
print(f"two matrices   {2 * C * 4 * C:,}")
print(f"three matrices {3 * C * rounded:,}")

# %% claim: eleven-thousand
assert rounded == 11008
assert 0 < 3 * C * rounded / (8 * C**2) - 1 < 0.01
