"""The same ball with five learning rates, to be moved by hand."""

# %% roll
rates = [0.05, 0.2, 0.45, 0.8, 1.05]
paths = []
for rate in rates:
    x, path = 8.0, [8.0]
    for _ in range(6):
        x = x - rate * (2 * x)
        path.append(round(x, 4))
    paths.append(path)

# %% picture
import matplotlib.pyplot as plt

plt.plot(paths[1], color="C0")
plt.xlabel("step")
plt.ylabel("x")
plt.show()

# %% look
from pprint import pprint

film = {
    "control": "learning rate",
    "panels": [{"xlabel": "step", "ylabel": "x", "xlim": [0, 6], "ylim": [-15, 15]}],
    "frames": [
        {
            "name": f"{rate:.2f}",
            "note": f"after six steps x = {path[-1]:.2f}",
            "marks": [
                [{"kind": "line", "role": "model", "x": list(range(7)), "y": path}]
            ],
        }
        for rate, path in zip(rates, paths, strict=True)
    ],
    "start": 1,
}
pprint(film | {"frames": film["frames"][:1]}, sort_dicts=False, width=70)


# %% data: runs
runs = film
