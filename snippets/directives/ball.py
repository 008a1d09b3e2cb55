"""A ball that rolls down x², for the examples of this page."""

# %% roll
x = 8.0
path = [x]
for step in range(1, 4):
    x = x - 0.2 * (2 * x)  # the slope of x² is 2x
    path.append(x)
    print(f"{step}  {x:.3f}")

# %% claim: comes-closer
from itertools import pairwise

assert all(0 < after < before for before, after in pairwise(path))

# %% loop
while len(path) <= 10:
    x = x - 0.2 * (2 * x)
    path.append(x)

print(f"after 10 steps {x:.4f}")

# %% predict
print("ratio", round(path[2] / path[1], 4))

# %% picture
import matplotlib.pyplot as plt

plt.plot(path, "o-", color="C0")
plt.xlabel("step")
plt.ylabel("x")
plt.show()

# %% both
plt.plot(path, "o-", color="C0")
plt.xlabel("step")
plt.ylabel("x")
plt.show()

plt.plot([x**2 for x in path], "o-", color="C2")
plt.xlabel("step")
plt.ylabel("loss")
plt.show()

# %% folded
plt.semilogy([x**2 for x in path], "o-", color="C2")
plt.xlabel("step")
plt.ylabel("loss")
plt.show()

# %% fact
print("The last ratio is", round(path[-1] / path[-2], 4))
