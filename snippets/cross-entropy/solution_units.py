"""Nats, bits, and losses of tokens of different lengths."""

# %% units
import math

print(f"1.2 bits are {1.2 * math.log(2):.4f} nats")
print(f"model A: {2.0 / 4:.2f} nats per character")
print(f"model B: {0.6:.2f} nats per character")
print(f"perplexity: A {math.exp(2.0):.2f}, B {math.exp(0.6):.2f}")

# %% claim: a-is-better
assert 2.0 / 4 < 0.6
assert math.exp(2.0) > math.exp(0.6)
