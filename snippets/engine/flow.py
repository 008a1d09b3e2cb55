"""The way of a chapter through the engine, drawn."""

# %% plan
boxes = {
    "program": (2, 4, "program\nwalk/walk.py"),
    "run": (1.1, 2.9, "run in a process\nof its own"),
    "kept": (2.9, 2.9, "kept\nin .cache"),
    "page": (0.2, 1.8, "page\nwalk.md"),
    "result": (2, 1.8, "result\nprinted, drawn, left"),
    "accepted": (3.9, 1.8, "accepted\nwalk/walk.out"),
    "expand": (2, 0.7, "expand"),
    "site": (0.2, -0.4, "site"),
    "portable": (1.35, -0.4, "Markdown"),
    "notebook": (2.7, -0.4, "notebook"),
    "test": (3.9, -0.4, "tests"),
}
arrows = {
    ("program", "run"): "new key",
    ("program", "kept"): "known key",
    ("run", "result"): "",
    ("kept", "result"): "",
    ("accepted", "result"): "",
    ("result", "expand"): "if they agree",
    ("page", "expand"): "",
}
arrows |= {("expand", it): "" for it in ("site", "portable", "notebook", "test")}

# %% picture
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(5.2, 5))
axes.axis("off")
axes.set(xlim=(-0.35, 4.6), ylim=(-0.8, 4.4))
frame = {"boxstyle": "round,pad=0.4", "facecolor": "none", "edgecolor": "0.5"}
drawn = {
    name: axes.text(x, y, text, ha="center", va="center", bbox=frame)
    for name, (x, y, text) in boxes.items()
}
for (start, end), text in arrows.items():
    x, y = boxes[start][:2]
    to_x, to_y = boxes[end][:2]
    style = {
        "arrowstyle": "<->" if start == "accepted" else "->",
        "color": "0.5",
        "patchA": drawn[start].get_bbox_patch(),
        "patchB": drawn[end].get_bbox_patch(),
    }
    axes.annotate("", (to_x, to_y), (x, y), arrowprops=style)
    aside, side = (-0.12, "right") if to_x < x else (0.12, "left")
    axes.text((x + to_x) / 2 + aside, (y + to_y) / 2, text, ha=side)
plt.show()
