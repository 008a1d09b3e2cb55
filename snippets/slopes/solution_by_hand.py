"""One-sided and central difference of x² + 2x at 1."""


# %% differences
def f(x):
    return x**2 + 2 * x


h = 0.1
one_sided = (f(1 + h) - f(1)) / h
central = (f(1 + h) - f(1 - h)) / (2 * h)
print(f"one-sided {one_sided:.4f}, central {central:.4f}, formula {2 * 1 + 2:.4f}")

# %% claim: as-on-paper
assert abs(one_sided - 4.1) < 1e-9 and abs(central - 4) < 1e-9
