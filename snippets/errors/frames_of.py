"""Mistakes in the data of an interactive figure."""

# %% sound
from galley.run import slider_data


def mark(**changes):
    """Make a line of two points, with changes."""
    return {"kind": "line", "role": "model", "x": [0, 1], "y": [1, 0], **changes}


def runs(panel=None, frame=None, **changes):
    """Make data for one panel and two frames, with changes."""
    panel = {"xlim": [0, 1], "ylim": [0, 1], **(panel or {})}
    first = {"name": "0.1", "marks": [[mark()]]}
    second = {"name": "0.2", "marks": [[mark()]], **(frame or {})}
    data = {"control": "rate", "panels": [panel], "frames": [first, second]}
    return {**data, **changes}


print(slider_data.validate(runs()))

# %% whole
for wrong in (
    [],
    {"panels": []},
    runs(speed=3),
    runs(start=2, panels=[]),
    runs(frames=[{"name": "0.1", "marks": []}]),
    runs(frame={"name": "0.1"}),
    runs(frame={"note": "-" * 90_000}),
):
    print(*slider_data.validate(wrong), "", sep="\n")

# %% panels
for wrong in (
    runs(panels=["axes"]),
    runs(panel={"yscale": "square", "xlim": [1, 0], "ylim": [0]}),
    runs(panel={"xscale": "log"}),
    runs(panels=[{"ylim": [0, 1]}]),
    runs(panel={"colour": "red"}),
):
    print(*slider_data.validate(wrong), "", sep="\n")

# %% frames
for wrong in (
    runs(frame={"marks": [], "title": "b"}),
    runs(frame={"marks": "line"}),
    runs(frame={"marks": [[mark(), mark()]]}),
    runs(frames=["a", "b"]),
):
    print(*slider_data.validate(wrong), "", sep="\n")

# %% marks
for wrong in (
    mark(kind="bar"),
    mark(role="red", colour="red"),
    mark(x=[0, 1, 2]),
    mark(y=[1, float("inf")]),
    mark(kind="arrow", x=[0, 1, 2], y=[0, 1, 2]),
):
    print(*slider_data.validate(runs(frame={"marks": [[wrong]]})), "", sep="\n")

# %% cells
for values, labels in (
    (1, []),
    ([[0, 1], [1]], []),
    ([[0, 2]], []),
    ([[0, 1]], ["to be", "or not"]),
):
    grid = {"kind": "cells", "values": values, "rows": labels}
    both = [{"name": name, "marks": [[grid]]} for name in "ab"]
    print(*slider_data.validate(runs(panels=[{}], frames=both))[:1], "", sep="\n")
