"""Adam without its bias correction, under a gradient that never changes."""

# %% constant-gradient
beta1, beta2, lr, g = 0.9, 0.999, 0.1, 1.0
m = v = 0.0
corrected, uncorrected = [], []
for t in range(1, 1001):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    corrected.append(lr * (m / (1 - beta1**t)) / (v / (1 - beta2**t)) ** 0.5)
    uncorrected.append(lr * m / v**0.5)

for t in (1, 2, 5, 12, 100, 1000):
    print(f"step {t:4d}   corrected {corrected[t - 1]:.4f}", end="")
    print(f"   uncorrected {uncorrected[t - 1]:.4f}")

first_length, longest = uncorrected[0], max(uncorrected)
worst_step = uncorrected.index(longest) + 1

# %% claim: several-times-too-long
assert all(abs(length - lr) < 1e-12 for length in corrected)
assert 0.31 < first_length < 0.32 and longest > 6 * lr, (first_length, longest)
