"""A program."""

# %% walk
print("1.234")
x_last = 1.5
