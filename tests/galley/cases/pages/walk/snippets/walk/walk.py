"""Three steps down a parabola."""

# %% walk
import torch

x = torch.tensor(0.0, requires_grad=True)
xs = []
for _ in range(3):
    (x - 3).square().backward()
    with torch.no_grad():
        x -= 0.1 * x.grad
    x.grad = None
    xs.append(x.item())
    print(f"{x.item():.3f}")

# %% claim: rises
assert xs == sorted(xs)

# %% hostile
print("<script>alert(1)</script> </pre> {{ page }} *not bold*")
print("```\n# %% not a marker\n\\ not an end \x1b[31m \u202e")
print("no newline at the end", end="")

# %% picture
import matplotlib.pyplot as plt

print("before")
plt.plot(xs, "o-", color="C0")
plt.show()
print("after")

# %% leaf raises RuntimeError: a leaf Variable that requires grad
negative = -2.5
name = "*a_name* <b>"
shape = (2, 3)
print("reached")
x -= 1
