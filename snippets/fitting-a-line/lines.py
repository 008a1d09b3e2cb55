"""What slope and intercept each do to a line."""

# %% picture
import matplotlib.pyplot as plt
import torch

x = torch.tensor([-1.0, 1.0])
plt.plot(x, 2.0 * x + 0.5, color="C0")
plt.plot(x, -1.0 * x + 0.5, "--", color="C0")
plt.plot(x, 2.0 * x + 2.0, ":", color="C0")
plt.text(1.04, 2.5, "w = 2, b = 0.5", va="center")
plt.text(1.04, -0.5, "w = −1, b = 0.5", va="center")
plt.text(1.04, 4.0, "w = 2, b = 2", va="center")
plt.axvline(0, color="0.5", linewidth=0.8)
plt.xlim(-1.05, 1.75)
plt.xlabel("x")
plt.ylabel("y")
plt.show()
