"""A program."""

# %% walk
print("1.234")
x_last = 1.5

# %% more
print(1)

# %% data: runs
runs = {}
