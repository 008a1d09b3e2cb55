"""A program."""

# %% walk
import matplotlib.pyplot as plt

plt.plot([1, 2, 3.5])
plt.show()
