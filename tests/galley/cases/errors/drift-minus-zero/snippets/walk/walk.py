"""A program."""

# %% walk
print("-0.000")
x_last = 1.5
