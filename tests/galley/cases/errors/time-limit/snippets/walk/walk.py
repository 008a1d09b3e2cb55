"""A program."""

# %% walk
print("waiting", flush=True)
while True:
    pass
