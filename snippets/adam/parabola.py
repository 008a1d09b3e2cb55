"""Adam and plain descent on the parabola, both with a learning rate of 0.1."""

# %% run
import torch


def distances(method, steps=250):
    """Return how far from 3 the parameter is before each step."""
    x = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    optimiser = method([x], lr=0.1)
    path = []
    for _ in range(steps):
        path.append(abs(x.item() - 3))
        optimiser.zero_grad()
        ((x - 3) ** 2).backward()
        optimiser.step()
    return path


def steps_to_stay(path, below=1e-3):
    """Count the steps after which the distance stays below a bound."""
    return max(step for step, distance in enumerate(path) if distance >= below) + 1


sgd, adam = distances(torch.optim.SGD), distances(torch.optim.Adam)
sgd_steps, adam_steps = steps_to_stay(sgd), steps_to_stay(adam)
print("within 0.001 for good:", f"SGD {sgd_steps} steps, Adam {adam_steps} steps")

# %% claim: adam-needs-longer
assert adam_steps > 2 * sgd_steps, (sgd_steps, adam_steps)
assert max(adam[20:]) < 3 and sgd[36] < 1e-3

# %% picture
import matplotlib.pyplot as plt

plt.semilogy(sgd, color="C0", label="SGD")
plt.semilogy(adam, color="C4", label="Adam")
plt.axhline(1e-3, color="0.5", linewidth=0.8)
plt.ylim(1e-6, 10)
plt.xlabel("step")
plt.ylabel("distance from 3")
plt.legend()
plt.show()
