"""How much memory the parameters need."""

# %% memory
parameters = 8_030_261_248
for name, size in (("float32", 4), ("bfloat16", 2)):
    print(f"{name:>8}  {parameters * size / 1e9:.0f} GB")
training = parameters * (4 + 4 + 8) / 1e9  # weights, gradients, two averages of Adam

# %% claim: too-large-for-a-laptop
assert training > 100
