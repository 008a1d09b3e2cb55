"""The drawing of an interactive figure's panel: axes, and marks at their places. Pure.

Colours and widths are classes, for the theme's style sheet to set.
"""

import math
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from galley.render.slider.axis import Scale
from galley.run.slider_data import listed

WIDTH = 360
_HEIGHT, _RIGHT = 230, 14
#: The usual width of a character of the smallest type.
_LETTER = 6.4


class Place(NamedTuple):
    """Where a panel's data lie in its drawing."""

    x: Scale
    y: Scale
    height: int
    labels: tuple[str, str]
    """What stands at the two axes; an axis without a label is not drawn."""


def place(panel: dict[str, Any], marks: Sequence[dict[str, Any]]) -> Place:
    """Lay a panel out so that all its marks, in all frames, have room."""
    labels = panel.get("xlabel", ""), panel.get("ylabel", "")
    grids = [mark for mark in marks if mark["kind"] == "cells"]
    if grids:
        return _place_grid(labels, grids)
    top, bottom = (26 if labels[1] else 8), _HEIGHT - (38 if labels[0] else 8)
    (low, high), log = panel["ylim"], panel.get("yscale") == "log"
    y = Scale(low, high, bottom, top, log)
    widest = max((len(text) for _, text in y.ticks()), default=0)
    left = 10 + _LETTER * widest if labels[1] else 8
    (low, high), log = panel["xlim"], panel.get("xscale") == "log"
    x = Scale(low, high, left, WIDTH - _RIGHT, log)
    return Place(x, y, _HEIGHT, labels)


def _place_grid(labels: tuple[str, str], grids: Sequence[dict[str, Any]]) -> Place:
    rows = max(len(grid["values"]) for grid in grids)
    columns = max((len(row) for grid in grids for row in grid["values"]), default=1)
    left = 12 + _LETTER * max(_longest(grid.get("rows")) for grid in grids)
    side = min(40.0, (WIDTH - left - _RIGHT) / max(columns, 1))
    names = max(_longest(grid.get("columns")) for grid in grids) * _LETTER
    top = (names * 0.75 + 16 if names > side else 22 if names else 8) + 18 * bool(
        labels[1]
    )
    bottom = top + side * rows
    return Place(
        Scale(-0.5, columns - 0.5, left, left + side * columns),
        Scale(-0.5, rows - 0.5, top, bottom),
        math.ceil(bottom + (24 if labels[0] else 8)),
        labels,
    )


def _longest(labels: Sequence[Any] | None) -> int:
    return max((len(str(label)) for label in labels or ()), default=0)


def axes(panel: dict[str, Any], where: Place) -> Iterator[str]:
    """Draw the axes that have a label, with ticks unless cells name themselves."""
    x, y, height, (xlabel, ylabel) = where
    numbered = None not in (panel.get("xlim"), panel.get("ylim"))
    if ylabel:
        yield f'<text x="2" y="13">{escape(ylabel)}</text>'
    if ylabel and numbered:
        for value, text in y.ticks():
            yield f'<path class="grid" d="M{x.start:g} {y(value)}H{x.end:g}"/>'
            yield _tick(x.start - 6, y(value) + 4, text, "end")
    if xlabel:
        at = f'x="{x.end:g}" y="{height - 4}" text-anchor="end"'
        yield f"<text {at}>{escape(xlabel)}</text>"
    if xlabel and numbered:
        yield f'<path class="axis" d="M{x.start:g} {y.start:g}H{x.end:g}"/>'
        for value, text in x.ticks():
            yield f'<path class="axis" d="M{x(value)} {y.start:g}v4"/>'
            yield _tick(x(value), y.start + 16, text, "middle")


def _tick(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text class="tick" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{text}</text>'
    )


def draw(marks: Sequence[dict[str, Any]], where: Place) -> str:
    """Draw marks in their order."""
    return "".join(part for mark in marks for part in _mark(mark, where))


def _mark(mark: dict[str, Any], where: Place) -> Iterator[str]:
    kind, style = mark["kind"], f'class="{mark["kind"]} {mark.get("role", "model")}"'
    if kind == "cells":
        yield from _cells(mark, where, style)
        return
    points = [
        None if None in it else (where.x(it[0]), where.y(it[1]))
        for it in zip(listed(mark["x"]), listed(mark["y"]), strict=True)
    ]
    if kind == "text":
        for at, text in zip(points, listed(mark["text"]), strict=True):
            if at and text:
                yield f'<text {style} x="{at[0]:g}" y="{at[1]:g}">{escape(text)}</text>'
        return
    if drawn := "".join(_SHAPES[kind](points)):
        yield f'<path {style} d="{drawn}"/>'


_Point = tuple[float, float]


def _line(points: Sequence[_Point | None]) -> Iterator[str]:
    """Join points; where one is missing, the line is broken."""
    for missing, run in groupby(points, key=lambda at: at is None):
        if not missing:
            yield _path([at for at in run if at])


def _dots(points: Sequence[_Point | None]) -> Iterator[str]:
    """Draw each point as a stroke of no length with round ends."""
    return (f"M{at[0]:g} {at[1]:g}h0" for at in points if at)


def _arrow(points: Sequence[_Point | None]) -> Iterator[str]:
    """Draw a shaft, and a head where there is room."""
    match points:
        case [(x0, y0), (x1, y1)] if (x0, y0) != (x1, y1):
            length = math.hypot(x1 - x0, y1 - y0)
            head = min(8.0, length) / length
            ux, uy = head * (x1 - x0), head * (y1 - y0)
            left = round(x1 - ux - uy / 2, 1), round(y1 - uy + ux / 2, 1)
            right = round(x1 - ux + uy / 2, 1), round(y1 - uy - ux / 2, 1)
            yield _path([(x0, y0), (x1, y1)])
            yield _path([left, (x1, y1), right])


def _path(points: Sequence[_Point]) -> str:
    return "M" + " ".join(f"{x:g} {y:g}" for x, y in points)


_SHAPES = {"line": _line, "points": _dots, "arrow": _arrow}


def _cells(mark: dict[str, Any], where: Place, style: str) -> Iterator[str]:
    """Draw a grid; cells of one value are one shape."""
    x, y = where.x, where.y
    width, height = x(1) - x(0), y(1) - y(0)
    square = f"h{width - 1:g}v{height - 1:g}h{1 - width:g}z"
    shades: dict[str, str] = {}
    for i, row in enumerate(mark["values"]):
        for j, value in enumerate(row):
            shade = "" if value is None else f"{value:.2f}"
            corner = f"M{x(j - 0.5):g} {y(i - 0.5):g}"
            shades[shade] = shades.get(shade, "") + corner + square
    for shade, shape in shades.items():
        yield f'<path {style} d="{shape}" fill-opacity="{float(shade or 0):g}"/>'
    for i, label in enumerate(mark.get("rows") or ()):
        yield _tick(x.start - 6, y(i) + 4, escape(str(label)), "end")
    labels = [str(label) for label in mark.get("columns") or ()]
    slanted = _longest(labels) * _LETTER > width
    for j, label in enumerate(labels):
        text = _tick(x(j), y.start - 6, escape(label), "start" if slanted else "middle")
        turned = f'<text transform="rotate(-45 {x(j):g} {y.start - 6:g})"'
        yield text.replace("<text", turned, 1) if slanted else text
