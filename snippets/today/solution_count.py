"""The parameters of Qwen3 8B, from the numbers of its config.json."""

# %% count
V, C, layers, heads, kv_heads, D, F = 151_936, 4096, 36, 32, 8, 128, 12_288
tables = 2 * V * C  # tie_word_embeddings is false
attention = 2 * C * heads * D + 2 * C * kv_heads * D
norms = 2 * C + 2 * D  # two for the block, two for queries and keys
block = attention + 3 * C * F + norms
total = tables + layers * block + C
print(f"one block {block:13,}")
print(f"Qwen3 8B  {total:13,}")
print(f"without its tables {(total - tables) / 1e9:.2f} billion")

# %% claim: as-published
assert total == 8_190_735_360
assert f"{(total - tables) / 1e9:.2f}" == "6.95"
