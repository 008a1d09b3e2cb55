"""Collections as words: how they look, where they are, and what they are made of."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.collections import (
    Collection,
    LineCollection,
)
from matplotlib.contour import ContourSet
from matplotlib.transforms import Transform

from galley.child.plot_artists import described, label, seen
from galley.child.plot_colours import each, sampled, shades
from galley.child.plot_elements import elements, given_offsets
from galley.child.plot_places import place
from galley.child.plot_words import numbers, said, series


@described.register
def collection(it: Collection, home: Transform) -> Iterator[str]:
    """Describe a collection of elements."""
    kind, rows, columns, more, mapped, whole = elements(it)
    values = it.get_array()
    where = _where(it, home)
    if values is not None and mapped and len(flat := np.ravel(values)) == len(rows):
        rows, columns = np.column_stack([rows, numbers(flat)]), f"{columns}v"
    elif values is not None and mapped:
        more = {**more, "values": values}
    words = [kind, *colouring(it), label(it), where, seen(it)]
    words.append(series(it, rows, columns, where, whole))
    for name, data in {**more, **_varied(it)}.items():
        words.append(f"{name} {series(it, data, 'v', where)}")
    yield said(*words)


def colouring(it: Collection) -> list[str]:
    """Say the colours of a collection, and whether its lines are broken."""
    faces, edges = _colours(it)
    values = None if getattr(it, "colors", None) else it.get_array()
    inside, around = list(dict.fromkeys(faces)), list(dict.fromkeys(edges))
    words = [shades(it)] if values is not None else []
    contour = isinstance(it, ContourSet) and not it.filled
    linear = contour or isinstance(it, LineCollection)
    if values is None:
        words += [_one(faces)] if inside else [] if linear else ["hollow"]
        words += [] if inside else [_one(edges)]
    if inside and around and edges != faces and (values is None or len(around) == 1):
        words += [f"edged {_one(edges)}"] if around != inside else []
    if values is not None and not inside and not linear:
        words.append("hollow")
    return [*words, *_broken(it)]


def _colours(it: Any) -> tuple[list[str], list[str]]:
    """Name the colours of faces and edges, element by element; none is left out."""
    faces = each(Collection.get_facecolor(it))  # not as shaded by depth
    same = isinstance(it._edgecolors, str)  # "face"
    edges = faces if same else each(Collection.get_edgecolor(it))
    edges = edges if np.any(it.get_linewidth()) else []
    return [([] if set(them) <= {"none"} else them) for them in (faces, edges)]  # type: ignore[return-value]


def _one(colours: list[str]) -> str:
    if not colours:
        return "invisible"
    if len(set(colours)) == 1:
        return colours[0]
    return f"colours {sampled(colours)}"


def _broken(it: Any) -> list[str]:
    """Name the dashes of lines, if they have any."""
    kinds = [_dash(dashes) for _, dashes in it.get_linestyle()]
    if set(kinds) <= {"solid"}:
        return []
    return [kinds[0] if len(set(kinds)) == 1 else f"strokes {sampled(kinds)}"]


def _dash(dashes: Any) -> str:
    if dashes is None:
        return "solid"
    if len(dashes) > 2:
        return "dash-dotted"
    return "dashed" if dashes[0] > dashes[1] else "dotted"


def _varied(it: Collection) -> dict[str, Any]:
    """Give the sizes, widths and transparencies that differ between elements."""
    sizes = getattr(it, "_sizes3d", None)
    sizes = it.get_sizes() if sizes is None and hasattr(it, "get_sizes") else sizes
    found = {"sizes": sizes, "widths": it.get_linewidth(), "alpha": it.get_alpha()}
    return {
        name: data
        for name, data in found.items()
        if data is not None and len({*np.ravel(data).tolist()}) > 1
    }


def _where(it: Collection, home: Transform) -> str:
    if given_offsets(it) is None:
        return place(it, it.get_transform(), home)
    return place(it, it.get_offset_transform(), home)
