"""A program."""

# %% walk
print("1.234"
