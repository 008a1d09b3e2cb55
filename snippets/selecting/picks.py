"""Which cells of a table an expression picks, found from the values it returns."""

# %% picked
import torch

x = torch.arange(12).reshape(3, 4)  # each value is its own position
picks = {
    "x[1]": x[1],
    "x[:, 2]": x[:, 2],
    "x[1, 3]": x[1, 3],
    "x[0:2, 1:3]": x[0:2, 1:3],
    "x[:, -1]": x[:, -1],
    "x[::2]": x[::2],
    "x[[2, 0]]": x[[2, 0]],
    "x[[0, 2], [1, 3]]": x[[0, 2], [1, 3]],
    "x[x > 5]": x[x > 5],
}


for expression, values in picks.items():
    print(f"{expression:18} {tuple(values.shape)!s:8} {values.tolist()}")

# %% data: steps
numbers = {"kind": "text", "role": "muted", "text": [str(v) for v in range(12)]}
numbers["x"] = [v % 4 - 0.12 for v in range(12)]
numbers["y"] = [v // 4 + 0.12 for v in range(12)]
names = {"rows": ["row 0", "row 1", "row 2"], "columns": ["0", "1", "2", "3"]}
frames = []
for name, picked in picks.items():
    shade = [[0.0] * 4 for _ in range(3)]
    for value in picked.flatten().tolist():
        shade[value // 4][value % 4] = 0.4
    cells = {"kind": "cells", "role": "model", "values": shade} | names
    note = f"shape {tuple(picked.shape)}: {picked.tolist()}"
    frames.append({"name": name, "note": note, "marks": [[cells, numbers]]})
panel = {"title": "the picked cells", "xlim": [-0.5, 3.5], "ylim": [-0.5, 2.5]}
steps = {"control": "expression", "panels": [panel], "frames": frames}

# %% picture
import matplotlib.pyplot as plt

fig, panels = plt.subplots(3, 3, figsize=(5.2, 4.4))
for axes, (expression, values) in zip(panels.flat, picks.items(), strict=True):
    axes.plot(values % 4, values // 4, "s", color="C0", alpha=0.3, markersize=19)
    for value in range(12):
        axes.text(value % 4, value // 4, value, ha="center", va="center", fontsize=9)
    axes.set(xlim=(-0.6, 3.6), ylim=(2.6, -0.6))
    axes.set_title(expression, fontsize=10)
    axes.axis("off")
plt.show()

# %% claim: pairs-not-a-block
assert picks["x[[0, 2], [1, 3]]"].tolist() == [1, 11]
assert picks["x[[2, 0]]"].tolist() == [[8, 9, 10, 11], [0, 1, 2, 3]]
