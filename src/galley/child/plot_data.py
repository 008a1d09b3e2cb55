"""What a figure plots, as lines of text that a diff can show.

Figures are compared by these lines, never by pixels: every datum, and what it means.
What is left out is style, and listed in the authors' guide.
"""

from collections.abc import Iterator
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from galley.child import plot_legends, plot_solids  # noqa: F401  # fill the tables
from galley.child.digits import point
from galley.child.plot_artists import UnknownArtistError, drawn, seen
from galley.child.plot_axes import axes_lines
from galley.child.plot_places import cell
from galley.child.plot_texts import written
from galley.child.plot_words import said

__all__ = ["UnknownArtistError", "describe"]


def describe(figure: Figure) -> list[str]:
    """List what a figure plots: a line for each axes, and one for each artist.

    Raises:
        UnknownArtistError: Something on it is of a kind that cannot be described.
    """
    return list(_figure(figure))


def _figure(figure: Any) -> Iterator[str]:
    titles = {
        name: text
        for name, text in (
            ("", figure._suptitle),
            ("x", figure._supxlabel),
            ("y", figure._supylabel),
        )
        if text
    }
    for name, text in titles.items():
        yield said("figure", name, written(text))
    children = [it for it in figure.get_children() if it is not figure.patch]
    everything = sorted(children, key=lambda it: it.get_zorder())
    axes = [it for it in everything if isinstance(it, Axes)]
    inner = [it for it in everything if isinstance(it, SubFigure)]
    grid, where = _places([*axes, *inner])
    yield from grid
    for one in axes:
        yield from axes_lines(one, where[one])
    for part in inner:
        yield said("subfigure", where[part], seen(part))
        yield from (f"  {line}" for line in _figure(part))
    known = {*axes, *inner, *titles.values()}
    others = [it for it in everything if it not in known]
    yield from (f"figure {line}" for line in drawn(others, figure.transSubfigure))


def _places(parts: list[Any]) -> tuple[list[str], dict[Any, str]]:
    """Say where the parts of a figure are, briefly if they fill a grid in order."""
    specs = [getattr(it, "_subplotspec", None) for it in parts]
    grid = next((it.get_gridspec() for it in specs if it), None)
    where, following = {}, 0
    for part, spec in zip(parts, specs, strict=True):
        if not spec:
            where[part] = _place(part)
        elif (spec.get_gridspec(), spec.num1, spec.num2) == (
            grid,
            following,
            following,
        ):
            where[part] = ""
            following += 1
        else:
            where[part] = f"at {cell(spec)}"
    if grid is None or grid.get_geometry() == (1, 1):
        return [], where
    rows, columns = grid.get_geometry()
    return [f"grid of {rows} × {columns}"], where


def _place(part: Any) -> str:
    """Say where axes are that are in no grid; a colour bar finds its own place."""
    if part.get_label() == "<colorbar>":
        return "of colours"
    if isinstance(part, SubFigure):
        return ""
    return f"at {point(part.get_position(original=True).bounds)}"
