"""Lines and points as words: their kind, their colour, and their data."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.lines import AxLine, Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Transform
from mpl_toolkits.mplot3d.art3d import Line3D

from galley.child.digits import hashed, point, short
from galley.child.plot_artists import described, label, seen
from galley.child.plot_colours import named
from galley.child.plot_places import place
from galley.child.plot_words import numbers, said, series

DASHES = {"--": "dashed", ":": "dotted", "-.": "dash-dotted"}
_NONE = ("None", "none", " ", "", None)


@described.register
def line(line: Line2D, home: Transform) -> Iterator[str]:
    """Describe a line, or its points, or both."""
    where = place(line, line.get_transform(), home)
    data = np.column_stack([numbers(it) for it in line.get_data(orig=False)])
    words = (look(line), _some(line), label(line), where, seen(line))
    yield said(*words, series(line, data, "xy", where))


@described.register
def solid(line: Line3D, home: Transform) -> Iterator[str]:
    """Describe a line in space, whose data in the plane are its projection."""
    data = np.column_stack([numbers(it) for it in line.get_data_3d()])
    words = (look(line), _some(line), label(line), seen(line))
    yield said(*words, series(line, data, "xyz"))


@described.register(AxLine)
def endless(line: Any, home: Transform) -> Iterator[str]:
    """Describe a line without ends, which has one point and a slope or two points."""
    where = place(line, Line2D.get_transform(line), home)
    slope, end = line.get_slope(), line.get_xy2()
    course = point(end) if end else f"with slope {short(float(slope))}"
    through = f"through {point(line.get_xy1())} {course}"
    yield said("endless", look(line), label(line), where, seen(line), through)


def look(line: Any) -> str:
    """Say how a line looks: what a legend would show of it."""
    stroke, mark = line.get_linestyle(), marker(line.get_marker())
    dashed = DASHES.get(str(stroke), "") if line._dash_pattern[1] else ""
    kinds = [said(dashed, "line")]
    if stroke in _NONE or not line.get_linewidth():
        kinds = []
    if mark and line.get_markersize():
        kinds.append(mark)
    stepped = line.get_drawstyle() if line.get_drawstyle() != "default" else ""
    colour = named(line.get_color())
    words = ("+".join(kinds) or "nothing", stepped, colour)
    return said(*words, _filling(line, colour) if mark else "")


def marker(kind: Any) -> str:
    """Name the kind of a marker; a full circle, large or small, is a point."""
    if isinstance(kind, MarkerStyle):
        kind = kind.get_marker()
    if isinstance(kind, Path):
        return f"marker {hashed(str(np.round(numbers(kind.vertices), 6).tolist()))}"
    if isinstance(kind, list | np.ndarray):
        return f"marker {hashed(str(np.round(kind, 6).tolist()))}"
    name = {**MarkerStyle.markers, "o": "points", ".": "points"}.get(kind, "")
    return "" if name == "nothing" else name or f"marker {kind!r}"


def _some(line: Line2D) -> str:
    """Say which points have a marker, if not all."""
    every = line.get_markevery()
    marked = every is not None and marker(line.get_marker())
    return f"every {every}" if marked else ""


def _filling(line: Line2D, colour: str) -> str:
    """Say how the points differ in colour from their line."""
    style = MarkerStyle(line.get_marker(), fillstyle=line.get_fillstyle())
    face, edge = named(line.get_markerfacecolor()), named(line.get_markeredgecolor())
    part = line.get_fillstyle() if style.is_filled() else ""
    words = [f"half filled {part}"] if part not in ("", "full", "none") else []
    if part == "none" or (part and face in ("none", "ground") and edge != "none"):
        words.append("hollow")
    elif part and face != colour:
        words.append(f"filled {face}")
    if edge != colour:
        words.append(f"edged {edge}")
    return " ".join(words)
