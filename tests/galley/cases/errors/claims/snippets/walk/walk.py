"""A program."""

# %% walk
print("1.234")
x_last = 1.5

# %% claim: holds
assert x_last > 1

# %% claim: unsaid
assert x_last > 1

# %% claim: breaks
assert x_last > 2, f"x_last is {x_last}"
