"""A program of one cell, which warns."""

# %% only
import warnings

warnings.warn("this number is a guess", stacklevel=1)
print(42)
