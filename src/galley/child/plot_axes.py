"""Axes as words: where they are, what is written around them, and what is on them."""

from collections.abc import Iterable, Iterator
from typing import Any

from matplotlib.axes import Axes
from matplotlib.axes._secondary_axes import SecondaryAxis
from matplotlib.inset import InsetIndicator
from matplotlib.projections.polar import PolarAxes
from matplotlib.transforms import Transform
from mpl_toolkits.mplot3d.axes3d import Axes3D

from galley.child.digits import point, short
from galley.child.plot_artists import described, drawn, known, seen
from galley.child.plot_colours import named, painted
from galley.child.plot_places import place
from galley.child.plot_texts import written
from galley.child.plot_ticks import axis_words
from galley.child.plot_words import said

_VIEW = (30, -60, 0)


def axes_lines(axes: Any, where: str = "") -> Iterator[str]:
    """Describe axes in a line, and in further ones what is drawn on them."""
    known(axes)
    titles = (axes._left_title, axes.title, axes._right_title)
    said_titles = [written(title) for title in titles if title.get_text()]
    head = said("axes", *said_titles, *_facts(axes), where, seen(axes))
    yield ", ".join([head, *map(axis_words, axes._axis_map.values())])
    frame = {*titles, axes.patch, *axes.spines.values(), *axes._axis_map.values()}
    children = [*axes.get_children(), *getattr(axes, "parasites", ())]  # axes_grid1's
    artists = [it for it in dict.fromkeys(children) if it not in frame]
    yield from (f"  {line}" for line in drawn(artists, axes.transData))


def _facts(axes: Any) -> Iterator[str]:
    """Say what is not usual about axes."""
    if axes.name != "rectilinear":
        yield str(axes.name)
    elif axes.get_aspect() != (1.0 if axes.images else "auto"):
        aspect = axes.get_aspect()
        yield f"aspect {'equal' if aspect == 1 else aspect}"
    if isinstance(axes, PolarAxes):
        yield from _polar(axes)
    if isinstance(axes, Axes3D):
        view = (axes.elev, axes.azim, axes.roll)
        yield f"seen from {point(view)}" if view != _VIEW else ""
    if not getattr(axes, "_axis3don", axes.axison):
        yield "no axis"
    if axes.patch.get_visible() and named(axes.get_facecolor()) != "none":
        yield f"on {painted(axes.get_facecolor(), 'none')}"


def _polar(axes: PolarAxes) -> Iterator[str]:
    if axes.get_theta_offset():
        yield f"zero at {short(axes.get_theta_offset())}"
    if axes.get_theta_direction() != 1:
        yield "clockwise"
    if axes.get_rorigin():
        yield f"centre {short(axes.get_rorigin())}"


@described.register
def inner(axes: Axes, home: Transform) -> Iterator[str]:
    """Describe axes on other axes."""
    yield from axes_lines(axes, _inside(axes))


@described.register(SecondaryAxis)
def secondary(axes: Any, home: Transform) -> Iterator[str]:
    """Describe a second axis for the same data, by the numbers that it gives them."""
    yield said("second axis", axis_words(axes._axis), seen(axes))


@described.register
def indicator(mark: InsetIndicator, home: Transform) -> Iterator[str]:
    """Describe the frame around what an inset shows larger."""
    yield said("frame of inset", point(mark.rectangle.get_bbox().extents), seen(mark))


def _inside(axes: Axes) -> str:
    """Say where on its parent an inset is."""
    locator: Any = axes.get_axes_locator()
    figure = axes.get_figure(root=True)
    parents = every(figure.axes if figure else [])
    parent = next((it for it in parents if axes in it.child_axes), None)
    if parent is None or not hasattr(locator, "_bounds"):
        return ""
    where = place(parent, locator._transform, parent.transAxes)
    return said("at", point(locator._bounds), where)


def every(several: Iterable[Axes]) -> Iterator[Axes]:
    """Give axes, and those on them."""
    for axes in several:
        yield axes
        yield from every(axes.child_axes)  # type: ignore[arg-type]  # axes all the same
