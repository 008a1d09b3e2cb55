"""A program."""

# %% walk raises ZeroDivisionError: modulo
print("1.234")
1 / 0
