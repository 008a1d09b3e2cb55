"""A program."""

# %% walk
print("1.234")
x_last = 1.5

# %% second
print(2)

# %% third
print(3)
