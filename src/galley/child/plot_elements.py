"""What a collection is made of: its elements, as rows of numbers."""

from collections.abc import Mapping
from functools import cache, singledispatch
from typing import Any, NamedTuple

import numpy as np
from matplotlib.collections import (
    Collection,
    EllipseCollection,
    PathCollection,
    QuadMesh,
    RegularPolyCollection,
    TriMesh,
)
from matplotlib.contour import ContourSet
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.quiver import Barbs, Quiver
from matplotlib.transforms import AffineDeltaTransform, IdentityTransform

from galley.child.digits import hashed, short
from galley.child.plot_lines import marker
from galley.child.plot_places import place
from galley.child.plot_words import Numbers, numbers, said


class Elements(NamedTuple):
    """What a collection is made of: a row for each, and further series by name."""

    kind: str
    rows: Numbers
    columns: str = "xy"
    more: Mapping[str, Any] = {}
    mapped: bool = True
    whole: tuple[Any, str] | None = None


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


def given_offsets(it: Any) -> Numbers | None:
    """Give the places of the elements, if they have places of their own."""
    return None if it._offsets is None else numbers(it.get_offsets())


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
