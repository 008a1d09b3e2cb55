"""What a figure plots, as lines of text that a diff can show.

Figures are compared by these lines: data, labels, scales and limits, never pixels.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection, PathCollection
from matplotlib.colorizer import ColorizingArtist
from matplotlib.colors import to_hex, to_rgba
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, Patch
from matplotlib.quiver import Quiver
from matplotlib.text import Annotation, Text
from matplotlib.ticker import FixedLocator, LogFormatter, ScalarFormatter
from numpy.typing import NDArray

from galley.child.digits import NOTHING, digest, point, short
from galley.child.palette import CYCLE, PALETTE

Numbers = NDArray[np.float64]

_NAMES = {PALETTE[name].light: name.upper() for name in CYCLE} | {"#808080": "grey"}
_STYLES = {"--": "dashed line", ":": "dotted line", "-.": "dash-dotted line"}
_SAMPLES = 5


def describe(figure: Figure) -> list[str]:
    """List what a figure plots: a line for each axes, and one for each artist."""
    lines = [f"figure {text.get_text()!r}" for text in figure.texts]
    for axes in figure.axes:
        lines.append(_axes(axes))
        lines += [f"  {line}" for line in _artists(axes)]
    return lines


def _axes(axes: Axes) -> str:
    titles = [axes.get_title(loc=where) for where in ("left", "center", "right")]
    said = [" ".join(["axes", *(repr(title) for title in titles if title)])]
    for axis, (low, high) in (
        (axes.xaxis, axes.get_xlim()),
        (axes.yaxis, axes.get_ylim()),
    ):
        label, scale = axis.get_label_text(), axis.get_scale()
        words = [axis.axis_name, repr(label) if label else "", scale]
        words += [f"from {short(low)} to {short(high)}"]
        if not isinstance(axis.get_major_formatter(), ScalarFormatter | LogFormatter):
            names = [it.get_text() for it in axis.get_ticklabels()]
            words += ["ticks", repr(names), "at", *map(short, axis.get_ticklocs())]
        elif isinstance(axis.get_major_locator(), FixedLocator):
            words += ["ticks at", *map(short, axis.get_ticklocs())]
        said.append(" ".join(word for word in words if word not in ("", "linear")))
    return ", ".join(said)


def _artists(axes: Axes) -> Iterator[str]:
    for line in axes.lines:
        style = _STYLES.get(str(line.get_linestyle()), "line")
        drawn = {style: line.get_linestyle(), "points": line.get_marker()}
        kind = "+".join(it for it, how in drawn.items() if str(how) not in ("None", ""))
        data = np.column_stack([_numbers(it) for it in line.get_data()])
        yield _said(kind or "nothing", line, line.get_color(), data)
    for collection in axes.collections:
        yield _collection(collection)
    alike: dict[tuple[str, str], list[Patch]] = {}
    for patch in axes.patches:
        alike.setdefault(_look(patch), []).append(patch)
    for (kind, colour), patches in alike.items():
        yield _said(kind, patches[0], colour, np.array([_box(it) for it in patches]))
    for image in axes.images:
        values = _numbers(image.get_array())
        kind = f"image {values.shape} {_shades(image)}"
        yield _said(kind, image, None, values.reshape(-1, 1))
    for text in axes.texts:
        yield _text(text)
    legend = axes.get_legend()
    if legend:
        yield f"legend {[text.get_text() for text in legend.get_texts()]!r}"


def _look(patch: Patch) -> tuple[str, str]:
    """Name a patch, and the colour that shows: of its face, or of its edge."""
    face, edge = patch.get_facecolor(), patch.get_edgecolor()
    return type(patch).__name__, to_hex(face if to_rgba(face)[3] else edge)


def _collection(collection: Collection) -> str:
    kind = type(collection).__name__.removesuffix("Collection").lower()
    edges, faces = collection.get_edgecolor(), collection.get_facecolor()
    colours = np.asarray(edges if len(edges) else faces)
    colour = colours[0] if len(colours) == 1 else None
    paths = [_numbers(path.vertices) for path in collection.get_paths()]
    data = np.concatenate(paths or [np.empty((0, 2))])
    if isinstance(collection, ContourSet):
        kind = f"contour at {' '.join(map(short, collection.levels))}"
        colour = None
    elif isinstance(collection, Quiver):
        kind = "arrows"
        u, v = np.ravel(_numbers(collection.U)), np.ravel(_numbers(collection.V))
        data = np.column_stack([_numbers(collection.XY), u, v])
    elif isinstance(collection, PathCollection):
        kind, data = "scatter", _numbers(collection.get_offsets())
    values = collection.get_array()
    if values is not None and not isinstance(collection, ContourSet):
        kind += f" {_shades(collection)}"
    if values is not None and len(np.ravel(values)) == len(data):
        data = np.column_stack([data, np.ravel(_numbers(values))])
    return _said(kind, collection, colour, data)


def _shades(artist: ColorizingArtist) -> str:
    """Say which numbers are drawn in which shades."""
    return f"{artist.get_cmap().name} from {' to '.join(map(short, artist.get_clim()))}"


def _text(text: Text) -> str:
    if not isinstance(text, Annotation):
        words = [
            "text",
            _NAMES.get(to_hex(text.get_color()), ""),
            repr(text.get_text()),
        ]
        return " ".join([*filter(None, words), point(text.get_position())])
    arrow = (text.arrowprops or {}).get("arrowstyle", "")
    places = " → ".join(map(point, (text.get_position(), text.xy)))
    return f"annotation {text.get_text()!r} {places} {arrow}".rstrip()


def _box(patch: Patch) -> list[float]:
    """The corners of what encloses a patch, in the units of its data."""
    corners = _numbers(patch.get_path().vertices)
    if not isinstance(patch, FancyArrowPatch):
        corners = _numbers(patch.get_patch_transform().transform(corners))
    return [*corners.min(axis=0), *corners.max(axis=0)]


def _said(kind: str, artist: Artist, colour: Any, data: Numbers) -> str:
    largest = np.abs(data[np.isfinite(data)]).max(initial=0.0)
    data = np.where(np.abs(data) <= largest * NOTHING, 0.0, data)
    label = str(artist.get_label())
    words = [kind, "" if colour is None else _NAMES.get(to_hex(colour), "")]
    words += ["" if label.startswith("_") or not label else repr(label)]
    words += [f"{len(data)} of", *_samples(data), digest(data.ravel())]
    return " ".join(word for word in words if word)


def _samples(data: Numbers) -> Iterator[str]:
    chosen = np.unique(np.linspace(0, len(data) - 1, _SAMPLES).astype(int))
    return (point(data[index]) for index in chosen if len(data))


def _numbers(data: Any) -> Numbers:
    filled = np.ma.filled(np.ma.asarray(data).astype(float), np.nan)
    return np.asarray(filled, dtype=np.float64)
