"""Collections as words: how they look, what their elements are, and their numbers."""

from collections.abc import Iterator, Mapping
from functools import cache, singledispatch
from typing import Any, NamedTuple

import numpy as np
from matplotlib.collections import (
    Collection,
    EllipseCollection,
    LineCollection,
    PathCollection,
    QuadMesh,
    RegularPolyCollection,
    TriMesh,
)
from matplotlib.contour import ContourSet
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.quiver import Barbs, Quiver
from matplotlib.transforms import AffineDeltaTransform, IdentityTransform, Transform

from galley.child.digits import hashed, short
from galley.child.plot_artists import described, label, seen
from galley.child.plot_colours import each, sampled, shades
from galley.child.plot_lines import marker
from galley.child.plot_places import place
from galley.child.plot_words import Numbers, numbers, said, series


class Elements(NamedTuple):
    """What a collection is made of: a row for each, and further series by name."""

    kind: str
    rows: Numbers
    columns: str = "xy"
    more: Mapping[str, Any] = {}
    mapped: bool = True
    whole: tuple[Any, str] | None = None


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


@singledispatch
def elements(it: Collection) -> Elements:
    """Give the corners of all shapes, or the places of one shape."""
    kind = type(it).__name__.removesuffix("Collection").lower()
    paths = it.get_paths()
    corners = _corners(paths)
    places = given_offsets(it)
    if places is not None:
        return Elements(said(kind, _sized(it)), places, more={"shape": corners})
    return Elements(kind, corners, whole=_whole(paths, corners))


@elements.register
def points(it: PathCollection) -> Elements:
    """Give the places of points, and name their markers."""
    places = given_offsets(it)
    if places is None:
        return elements.dispatch(Collection)(it)
    return Elements(said("scatter", *markers(it.get_paths())), places)


@elements.register
def regular(it: RegularPolyCollection) -> Elements:
    """Give places of regular polygons, their corners and how they are turned."""
    shape = f"of {it.get_numsides()} turned {short(float(it.get_rotation()))}"
    usual = elements.dispatch(Collection)(it)
    return usual._replace(kind=f"{usual.kind} {shape}")


@elements.register(EllipseCollection)
def ellipses(it: Any) -> Elements:
    """Give places of ellipses, and the size and angle of each."""
    usual = elements.dispatch(Collection)(it)
    sizes = [it.get_widths(), it.get_heights(), it.get_angles()]
    more = dict(zip(("widths", "heights", "angles"), sizes, strict=True))
    return usual._replace(kind=f"{usual.kind} in {it._units}", more=more)


@elements.register(QuadMesh)
def cells(it: Any) -> Elements:
    """Give the corners of cells; their numbers are values."""
    smooth = "smooth" if it._shading == "gouraud" else ""
    return Elements(said("quadmesh", smooth), numbers(it.get_coordinates()))


@elements.register(TriMesh)
def triangles(it: Any) -> Elements:
    """Give points, and which three of them make a triangle."""
    mesh = it._triangulation
    corners = np.column_stack([numbers(mesh.x), numbers(mesh.y)])
    return Elements("trimesh", corners, more={"corners": mesh.get_masked_triangles()})


@elements.register
def levels(it: ContourSet) -> Elements:
    """Give the levels of contours, and their course."""
    kind = "areas" if it.filled else "contour"
    marks = [hatch or "" for hatch in it.hatches or ()]
    hatched = f"hatch {marks}" if any(marks) else ""
    beyond = f"and {it.extend}" if it.extend != "neither" else ""
    levels = " ".join(map(short, it.levels))
    paths = it.get_paths()
    corners = _corners(paths)
    words = said(f"{kind} at {levels}", beyond, hatched)
    return Elements(words, corners, mapped=False, whole=_whole(paths, corners))


@elements.register
def arrows(it: Quiver) -> Elements:
    """Give where arrows start and what they show, and how that becomes a length."""
    u, v = np.ravel(numbers(it.U)), np.ravel(numbers(it.V))
    rows = np.column_stack([numbers(it.XY), u, v])
    angles = it.angles if isinstance(it.angles, str) else ""
    facts = {
        "scale": it.scale_units and it.scale and f"{short(it.scale)}/{it.scale_units}",
        "pivot": it.pivot if it.pivot != "tail" else "",
        "angles": angles if angles != "uv" else "",
    }
    if it.scale and not it.scale_units:
        facts["scale"] = short(it.scale)
    words = [f"{name} {fact}" for name, fact in facts.items() if fact]
    more = {} if angles else {"angles": it.angles}
    return Elements(said("arrows", *words), rows, "xyww", more)


@elements.register(Barbs)
def feathers(it: Any) -> Elements:
    """Give where the feathers of winds are, and their winds."""
    rows = np.column_stack([numbers(it.get_offsets()), numbers(it.u), numbers(it.v)])
    turned = {"flipped": it.flip} if np.any(it.flip) else {}
    pivot = it._pivot if it._pivot != "tip" else ""
    return Elements(said("barbs", pivot), rows, "xyww", turned)


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


def given_offsets(it: Any) -> Numbers | None:
    """Give the places of the elements, if they have places of their own."""
    return None if it._offsets is None else numbers(it.get_offsets())


def _where(it: Collection, home: Transform) -> str:
    if given_offsets(it) is None:
        return place(it, it.get_transform(), home)
    return place(it, it.get_offset_transform(), home)


def _sized(it: Collection) -> str:
    """Say in which units a shape is that is put at many places, if not pixels."""
    shapes = it.get_transform()
    if isinstance(shapes, AffineDeltaTransform):
        return "sized in data"
    sized = place(it, shapes, IdentityTransform())
    return f"sized {sized}" if sized else ""


def _corners(paths: Any) -> Numbers:
    return np.concatenate([numbers(it.vertices) for it in paths] or [np.empty((0, 2))])


def _whole(paths: Any, corners: Numbers) -> tuple[Any, str] | None:
    """Add to corners which path they belong to, where there are several."""
    if len(paths) < 2 and all(it.codes is None for it in paths):
        return None
    index = np.repeat(np.arange(len(paths)), [len(it.vertices) for it in paths])
    codes = [
        np.zeros(len(it.vertices)) if it.codes is None else it.codes for it in paths
    ]
    return np.column_stack([index, corners, np.concatenate(codes)]), "nxyc"


def markers(paths: Any) -> list[str]:
    """Name the markers of points, if they are not all circles."""
    names = [_shapes().get(_outline(it)) or f"marker {_outline(it)}" for it in paths]
    return [] if set(names) <= {"points"} else [*dict.fromkeys(names)]


@cache
def _shapes() -> dict[str, str]:
    styles = [MarkerStyle(it) for it in MarkerStyle.markers if marker(it)]
    return {
        _outline(it.get_path().transformed(it.get_transform())): marker(it)
        for it in styles
    }


def _outline(path: Path) -> str:
    return hashed(str((np.round(numbers(path.vertices), 6) + 0.0).tolist()))
