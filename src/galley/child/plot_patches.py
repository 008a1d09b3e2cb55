"""Patches as words: those that look alike and follow each other, in one line."""

from collections.abc import Iterator
from functools import singledispatch
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.patches import (
    Arc,
    ConnectionPatch,
    FancyArrowPatch,
    Patch,
    Rectangle,
    StepPatch,
)
from matplotlib.transforms import Transform
from mpl_toolkits.mplot3d.art3d import Patch3D

from galley.child.plot_artists import alike, described, label, seen, together
from galley.child.plot_colours import named, painted
from galley.child.plot_lines import DASHES
from galley.child.plot_places import place, unitless, units
from galley.child.plot_words import Numbers, numbers, said, series

_DASHES = DASHES | {"dashed": "dashed", "dotted": "dotted", "dashdot": "dash-dotted"}
_FILLED_ARROWS = ("Simple", "Fancy", "Wedge")


class Shape(NamedTuple):
    """The data of a patch: rows that can be read, and all corners behind them."""

    rows: Numbers
    columns: str
    corners: Numbers | None = None  # x, y, and how it is reached


@alike.register
def look(patch: Patch, home: Transform) -> tuple[str, ...]:
    """Say how a patch looks, and where it is counted from."""
    dashed = _DASHES.get(str(patch.get_linestyle()), "")
    hatch = f"hatch {patch.get_hatch()!r}" if patch.get_hatch() else ""
    where = place(patch, patch.get_data_transform(), home)
    return (
        said(type(patch).__name__, dashed, paint(patch), hatch, special(patch, home)),
        where,
        seen(patch),
    )


@together.register
def patches(first: Patch, others: list[Artist], home: Transform) -> Iterator[str]:
    """Describe patches that look alike; one with a label begins a series."""
    run: list[Any] = [first, *others]
    starts = [n for n, it in enumerate(run) if n and label(it)]
    for start, end in pairwise([0, *starts, len(run)]):
        yield _said(run[start:end], home)


@described.register
def patch(patch: Patch, home: Transform) -> Iterator[str]:
    """Describe a patch that stands alone."""
    yield _said([patch], home)


def _said(run: list[Patch], home: Transform) -> str:
    words, where, state = look(run[0], home)
    shapes = [shape(it) for it in run]
    rows, columns = np.concatenate([it.rows for it in shapes]), shapes[0].columns
    corners = [
        np.insert(it.corners, 0, n, axis=1)  # where one patch ends and the next begins
        for n, it in enumerate(shapes)
        if it.corners is not None
    ]
    whole = (np.concatenate(corners), "nxyc") if corners else None
    data = series(run[0], rows, columns, where, whole)
    return said(words, label(run[0]), where, state, data)


def paint(patch: Patch) -> str:
    """Name the colours of a patch."""
    edge = patch.get_edgecolor() if patch.get_linewidth() else "none"
    if isinstance(patch, FancyArrowPatch) and arrow(patch) not in _FILLED_ARROWS:
        return named(edge)
    if isinstance(patch, Arc):
        return named(edge)
    return painted(patch.get_facecolor(), edge)


@singledispatch
def shape(patch: Patch) -> Shape:
    """Give the data of a patch: the box around it, and its corners."""
    path = patch.get_path()
    corners = numbers(patch.get_patch_transform().transform(path.vertices))
    codes = np.zeros(len(corners)) if path.codes is None else numbers(path.codes)
    ends = [corners.min(axis=0), corners.max(axis=0)] if len(corners) else []
    box = np.reshape(ends, (-1, 4))
    return Shape(box, "xyxy", np.column_stack([corners, codes]))


@shape.register
def box(patch: Rectangle) -> Shape:
    """Give the box that a rectangle is, if it is not turned."""
    whole = shape.dispatch(Patch)(patch)
    return whole if patch.get_angle() % 90 else Shape(whole.rows, whole.columns)


@shape.register
def stairs(patch: StepPatch) -> Shape:
    """Give the edges, the height and the ground of each stair."""
    values, edges, baseline = patch.get_data()
    base = numbers(np.nan if baseline is None else baseline)
    rows = [edges[:-1], edges[1:], values, np.broadcast_to(base, np.shape(values))]
    columns = "xxyy" if patch.orientation == "vertical" else "yyxx"
    return Shape(np.column_stack([numbers(it) for it in rows]), columns)


@shape.register(FancyArrowPatch)
def ends(patch: Any) -> Shape:
    """Give where an arrow starts and ends, or its course."""
    if patch._posA_posB is None:
        return Shape(numbers(patch._path_original.vertices), "xy")
    ends = [patch._convert_xy_units(it) for it in patch._posA_posB]
    return Shape(numbers(ends).reshape(1, 4), "xyxy")


@shape.register
def connection(patch: ConnectionPatch) -> Shape:
    """Give the two ends of a connection."""
    start = unitless(patch.xy1, patch.coords1, patch.axesA or patch.axes)
    end = unitless(patch.xy2, patch.coords2, patch.axesB or patch.axes)
    return Shape(numbers([*start, *end])[None], "xyxy")


@shape.register(Patch3D)
def solid(patch: Any) -> Shape:
    """Give the corners of a patch in space."""
    return Shape(numbers(patch._segment3d), "xyz")


@singledispatch
def special(patch: Patch, home: Transform) -> str:
    """Say what only a patch of this kind has."""
    return ""


@special.register
def turned(patch: StepPatch, home: Transform) -> str:
    """Say which way stairs lead."""
    return "" if patch.orientation == "vertical" else patch.orientation


@special.register
def heads(patch: FancyArrowPatch, home: Transform) -> str:
    """Name the heads of an arrow."""
    return arrow(patch)


@special.register
def sides(patch: ConnectionPatch, home: Transform) -> str:
    """Say what the ends of a connection belong to."""
    both = ((patch.coords1, patch.axesA), (patch.coords2, patch.axesB))
    ends = [
        said(units(it, patch, home), f"of {axes.get_title()!r}" if axes else "")
        for it, axes in both
    ]
    return said(arrow(patch), " → ".join(ends) if any(ends) else "")


def arrow(patch: FancyArrowPatch) -> str:
    """Name the style of an arrow."""
    return type(patch.get_arrowstyle()).__name__
