"""Where artists are: in the units of the data, of their axes, or of the figure."""

from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import Collection
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.transforms import IdentityTransform, Transform

from galley.child.digits import point
from galley.child.plot_words import series

_CUT = (Line2D, Patch, Collection, AxesImage)
_DIGITS = -1  # three: where layout puts an axes differs in the last digits


def place(artist: Artist, transform: Transform, home: Transform) -> str:
    """Name the coordinates of an artist; nothing, where they are those of its home."""
    if transform is home or transform == home:
        return ""
    for name, known in _known(artist):
        if transform == known:
            return f"in {name}"
    return f"moved to {' '.join(_corners(artist, transform))}"


def _known(artist: Artist) -> list[tuple[str, Transform]]:
    """List the coordinates that have a name."""
    figure = artist.get_figure(root=False)
    names: list[tuple[str, Transform]] = [("pixels", IdentityTransform())]
    if artist.axes:
        names += [
            ("data", artist.axes.transData),
            ("axes", artist.axes.transAxes),
            ("(data, axes)", artist.axes.get_xaxis_transform()),
            ("(axes, data)", artist.axes.get_yaxis_transform()),
        ]
    if figure:
        names += [
            ("figure", figure.get_figure(root=True).transFigure),
            ("subfigure", figure.transSubfigure),
            ("inches", figure.dpi_scale_trans),
        ]
    return names


def _corners(artist: Artist, transform: Transform) -> list[str]:
    """Say where a transform takes the corners of the axes, as fractions of it."""
    axes, figure = artist.axes, artist.get_figure(root=False)
    corners = np.array([(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])
    frame = axes.transAxes if axes else figure.transSubfigure if figure else None
    if axes:
        lows, highs = zip(axes.get_xlim(), axes.get_ylim(), strict=True)
        corners = np.array([lows, (highs[0], lows[1]), (lows[0], highs[1])])
    moved = transform.transform(corners)
    if frame is not None:
        moved = frame.inverted().transform(moved)
    return [point(np.round(it, 6).tolist(), (_DIGITS,)) for it in moved]


def units(coordinates: Any, artist: Artist, home: Transform) -> str:
    """Name the coordinates of an annotation, which can be given in many ways."""
    if isinstance(coordinates, str):
        return "" if coordinates == "data" else f"in {coordinates}"
    if isinstance(coordinates, Transform):
        return place(artist, coordinates, home)
    if isinstance(coordinates, tuple):
        both = [units(it, artist, home).removeprefix("in ") for it in coordinates]
        return f"in ({', '.join(it or 'data' for it in both)})"
    return f"in that of {type(coordinates).__name__}"


def unitless(spot: Any, coordinates: Any, axes: Any) -> list[float]:
    """Give a place as numbers, where it may have been given as a date or a name."""
    both = coordinates if isinstance(coordinates, tuple) else (coordinates,) * 2
    convert = (axes.convert_xunits, axes.convert_yunits) if axes else (float, float)
    return [
        float(make(it) if of == "data" else it)
        for it, of, make in zip(spot, both, convert, strict=True)
    ]


def cut(artist: Artist, home: Transform) -> str:
    """Say which part of an artist is drawn, if not what is inside its axes."""
    axes = artist.axes
    if not axes or home is not axes.transData or not isinstance(artist, _CUT):
        return ""
    if not artist.get_clip_on():
        return "beyond the axes too"
    path: Any = artist.get_clip_path()
    box: Any = artist.get_clip_box()
    if path is not None and getattr(path, "_patch", None) is not axes.patch:
        inside, affine = path.get_transformed_path_and_affine()
        corners = affine.transform(inside.vertices)
    elif box is not None and np.abs(box.extents - axes.bbox.extents).max() > 0.1:
        corners = box.corners()
    else:
        return ""
    return f"cut to {series(artist, home.inverted().transform(corners), 'xy')}"


def cell(spec: Any) -> str:
    """Say which cells of a grid an axes takes."""
    rows, columns = spec.get_gridspec().get_geometry()
    outer = getattr(spec.get_gridspec(), "_subplot_spec", None)
    taken = (
        _range("row", spec.rowspan, rows),
        _range("column", spec.colspan, columns),
    )
    inside = f" of what is in {cell(outer)}" if outer else ""
    return f"{', '.join(taken)}{inside}"


def _range(name: str, taken: range, total: int) -> str:
    first, last = taken.start + 1, taken.stop
    many = f"{name} {first}" if first == last else f"{name}s {first} to {last}"
    return f"{many} of {total}"
