"""Another program."""

# %% run
print("12.34")
x_last = 15

# %% claim: fast
assert x_last > 10
