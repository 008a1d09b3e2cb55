"""The data of an interactive figure: what they must be, and what they say. Pure.

{"control": …, "panels": [{…, "marks": […]}], "frames": [{"name": …, "note": …,
 "marks": [one list of marks for each panel]}], "start": …}
"""

import json
import math
from collections.abc import Iterator
from typing import Any

from galley.child.digits import digest as digest_of
from galley.child.digits import point, settled
from galley.child.palette import ROLES

_PANEL = {"title", "xlabel", "ylabel", "xlim", "ylim", "xscale", "yscale", "marks"}
_PLACED = {"kind", "role", "label", "x", "y"}
_MARKS = {
    "line": _PLACED,
    "points": _PLACED,
    "arrow": _PLACED,
    "text": _PLACED | {"text"},
    "cells": {"kind", "role", "label", "values", "rows", "columns"},
}
_LARGEST = 80_000


def validate(data: object) -> list[str]:
    """List what is wrong with the data, in words; nothing, where they can be shown."""
    if not isinstance(data, dict):
        return ["the data must be a dictionary"]
    needed: dict[str, type] = {"control": str, "panels": list, "frames": list}
    problems = [
        *_missing("the data", data, needed),
        *_unknown("the data", data, {*needed, "start"}),
    ]
    if problems:
        return problems
    panels, frames, start = data["panels"], data["frames"], data.get("start", 0)
    if not 1 <= len(panels) <= 3:
        problems.append(f"{len(panels)} panels; there can be 1 to 3")
    if len(frames) < 2:
        problems.append(f"{len(frames)} frames; a slider needs at least 2")
    elif not isinstance(start, int) or not 0 <= start < len(frames):
        problems.append(
            f'"start" is {start!r}, and must be a frame, 0 … {len(frames) - 1}'
        )
    for number, panel in enumerate(panels):
        problems += _panel(f"panel {number}", panel)
    for number, frame in enumerate(frames):
        problems += _frame(f"frame {number}", frame, frames[0], len(panels))
    if not problems:
        problems += _together(data)
    return problems


def _missing(
    where: str, data: dict[str, Any], needed: dict[str, type]
) -> Iterator[str]:
    for name, kind in needed.items():
        if not isinstance(data.get(name), kind):
            yield f'{where} must have "{name}", a {kind.__name__}'


def _unknown(where: str, data: dict[str, Any], known: set[str]) -> Iterator[str]:
    for name in sorted(data.keys() - known):
        yield f'{where} has "{name}"; known is {", ".join(sorted(known))}'


def _panel(where: str, panel: Any) -> Iterator[str]:
    if not isinstance(panel, dict):
        yield f"{where} must be a dictionary"
        return
    yield from _unknown(where, panel, _PANEL)
    for scale in ("xscale", "yscale"):
        if panel.get(scale, "linear") not in ("linear", "log"):
            yield f'{where}: "{scale}" is {panel[scale]!r}, not "linear" or "log"'
    for axis in "xy":
        limits = panel.get(f"{axis}lim")
        if limits is None:
            continue
        if not (isinstance(limits, list | tuple) and len(limits) == 2 and _ok(*limits)):
            yield f'{where}: "{axis}lim" must be two numbers'
        elif not limits[0] < limits[1]:
            yield f'{where}: "{axis}lim" must rise, and is {limits}'
        elif panel.get(f"{axis}scale") == "log" and limits[0] <= 0:
            yield f'{where}: "{axis}lim" of a log scale must be positive: {limits}'
    for number, mark in enumerate(panel.get("marks", [])):
        yield from _mark(f"{where}, mark {number}", mark)


def _frame(where: str, frame: Any, first: Any, panels: int) -> Iterator[str]:
    if not isinstance(frame, dict):
        yield f"{where} must be a dictionary"
        return
    yield from _missing(where, frame, {"name": str, "marks": list})
    yield from _unknown(where, frame, {"name", "note", "marks"})
    marks = frame.get("marks")
    if not isinstance(marks, list) or not all(isinstance(it, list) for it in marks):
        yield f'{where}: "marks" must be a list of lists, one for each panel'
        return
    if len(marks) != panels:
        yield f"{where} has marks for {len(marks)} panels; there are {panels}"
    for panel, row in enumerate(marks):
        for number, mark in enumerate(row):
            yield from _mark(f"{where}, panel {panel}, mark {number}", mark)
    if _kinds(frame) != _kinds(first):
        yield f"{where} has other marks than frame 0: {_kinds(frame)}, {_kinds(first)}"


def _kinds(frame: Any) -> list[list[str]]:
    try:
        return [[mark["kind"] for mark in row] for row in frame["marks"]]
    except (KeyError, TypeError):
        return []


def _mark(where: str, mark: Any) -> Iterator[str]:
    kind = mark.get("kind") if isinstance(mark, dict) else None
    if kind not in _MARKS:
        yield f"{where} is of kind {kind!r}; there are {', '.join(_MARKS)}"
        return
    yield from _unknown(where, mark, _MARKS[kind])
    if mark.get("role", "model") not in ROLES:
        yield f"{where} has the role {mark['role']!r}; there are {', '.join(ROLES)}"
    if kind == "cells":
        yield from _cells(where, mark)
        return
    series = [
        listed(mark.get(key)) for key in ("x", "y", "text") if key in _MARKS[kind]
    ]
    if len({len(it) for it in series}) != 1:
        yield f"{where} has {' and '.join(str(len(it)) for it in series)} coordinates"
    if not all(number is None or _ok(number) for it in series[:2] for number in it):
        yield f"{where}: coordinates must be finite numbers, or None"
    if kind == "arrow" and len(series[0]) not in (0, 2):
        yield f"{where}: an arrow has two points, not {len(series[0])}"


def _cells(where: str, mark: dict[str, Any]) -> Iterator[str]:
    values = mark.get("values")
    if not isinstance(values, list) or not all(isinstance(row, list) for row in values):
        yield f'{where}: "values" must be a list of lists'
        return
    if len({len(row) for row in values}) > 1:
        yield f"{where}: the rows of a grid must be of one length"
    if not all(v is None or (_ok(v) and 0 <= v <= 1) for row in values for v in row):
        yield f"{where}: the values of cells must be in 0 … 1"
    for key, count in (
        ("rows", len(values)),
        ("columns", len(values[0]) if values else 0),
    ):
        if mark.get(key) and len(mark[key]) != count:
            yield f"{where}: {len(mark[key])} labels for {count} {key}"


def _together(data: dict[str, Any]) -> Iterator[str]:
    for number, panel in enumerate(data["panels"]):
        marks = [*panel.get("marks", []), *data["frames"][0]["marks"][number]]
        grid = bool(marks) and all(mark["kind"] == "cells" for mark in marks)
        limits = (panel.get("xlim"), panel.get("ylim"))
        if not grid and None in limits:
            yield f'panel {number} needs "xlim" and "ylim"'
    names = [frame["name"] for frame in data["frames"]]
    if len(set(names)) < len(names):
        yield "two frames have the same name"
    size = len(json.dumps(data))
    if size > _LARGEST:
        most = _LARGEST // 1000
        yield f"{size // 1000} KB of data, at most {most}: keep fewer points or digits"


def _ok(*numbers: Any) -> bool:
    return all(isinstance(it, int | float) and math.isfinite(it) for it in numbers)


def listed(value: Any) -> list[Any]:
    """Take one as a list of one, and nothing as none."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def digest(data: Any) -> list[str]:
    """Describe the data as lines for a diff: one for each panel and for each frame."""
    frames, start = data["frames"], data["frames"][data.get("start", 0)]["name"]
    lines = [f"{len(frames)} frames of {data['control']!r}, shown first: {start!r}"]
    for panel in data["panels"]:
        said = [f"{key} {panel[key]!r}" for key in sorted(panel.keys() - {"marks"})]
        marks = _said(panel.get("marks", []), panel)
        lines.append(" · ".join(["panel " + ", ".join(said), *marks]))
    for frame in frames:
        rows = zip(frame["marks"], data["panels"], strict=True)
        marks = (words for row, panel in rows for words in _said(row, panel))
        head = f"frame {frame['name']!r} {frame.get('note', '')!r}"
        lines.append(" · ".join([head, *marks]))
    return lines


def _said(marks: list[Any], panel: dict[str, Any]) -> Iterator[str]:
    for mark in marks:
        known = _rows(mark, panel)
        ends = [point(it) for it in [*known[:1], *known[1:][-1:]]]
        said = ("label", "text", "rows", "columns")
        text = [repr(mark[key]) for key in said if mark.get(key)]
        words = [mark["kind"], mark.get("role", "model"), *text, f"{len(known)} of"]
        yield " ".join([*words, *ends, digest_of([v for row in known for v in row])])


def _rows(mark: dict[str, Any], panel: dict[str, Any]) -> list[list[float]]:
    """Give the numbers of a mark, without what is rounding on a linear axis."""
    if mark["kind"] == "cells":
        numbers = settled([_number(it) for row in mark["values"] for it in row])
        width = max((len(row) for row in mark["values"]), default=0)
        return [numbers[at : at + width] for at in range(0, len(numbers), width or 1)]
    columns = []
    for name in ("x", "y"):
        column = [_number(it) for it in listed(mark[name])]
        small = panel.get(f"{name}scale") == "log"
        columns.append(column if small else settled(column))
    return [list(row) for row in zip(*columns, strict=True)]


def _number(value: float | None) -> float:
    return math.nan if value is None else value
