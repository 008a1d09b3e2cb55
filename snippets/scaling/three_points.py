"""Three losses at sizes in equal ratio determine a power law and its floor."""

# %% three
import math

sizes, losses = [1_000, 4_000, 16_000], [1.40, 1.20, 1.10]
a, b, c = losses
floor = (a * c - b * b) / (a + c - 2 * b)
alpha = math.log((a - floor) / (b - floor)) / math.log(4)
print(f"floor {floor:.2f}, exponent {alpha:.2f}")
for N in (64_000, 256_000):
    print(f"{N:7,} parameters: {floor + (a - floor) * (N / 1_000) ** -alpha:.3f}")

# %% claim: as-on-paper
assert abs(floor - 1) < 1e-9 and abs(alpha - 0.5) < 1e-9
assert abs(floor + (a - floor) * 64**-alpha - 1.05) < 1e-9
assert [s // 1_000 for s in sizes] == [4**k for k in range(3)]
