"""A program."""

# %% walk
print("1.234")
x_last = 1.5

# %% claim: slow
assert x_last < 2
