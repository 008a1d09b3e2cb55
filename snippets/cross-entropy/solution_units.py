"""Nats, bits, and losses of tokens of different lengths."""

# %% units
import math

print(f"1.2 bits are {1.2 * math.log(2):.4f} nats")
a, b = 2.0, 0.6  # nats per token of four characters, and per character
print(f"model A: {a / 4:.2f} nats per character")
print(f"model B: {b:.2f} nats per character")
print(f"perplexity: A {math.exp(a):.2f}, B {math.exp(b):.2f}")

# %% claim: a-is-better
assert a / 4 < b
assert a > b and math.exp(a) > math.exp(b)
