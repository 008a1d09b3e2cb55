"""A small nudge of x, and what becomes of f(x)."""


# %% nudge
def f(x):
    return (x - 3) ** 2


before, after = f(0.0), f(0.01)
print(f"f(0)    = {before:.4f}")
print(f"f(0.01) = {after:.4f}")
print(f"change  = {after - before:.4f}")

# %% claim: down-by-six-hundredths
assert after < before
assert abs((after - before) + 0.0599) < 1e-9
