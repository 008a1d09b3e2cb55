"""A program."""

# %% setup
def inner(a):
    return a / 0


# %% walk
print("so far")
inner(1)
