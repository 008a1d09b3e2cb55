"""Legends as words: their entries, and what stands before each of them."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from matplotlib.artist import Artist
from matplotlib.collections import Collection, LineCollection, PathCollection
from matplotlib.container import Container
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.offsetbox import DrawingArea, TextArea
from matplotlib.patches import Patch, StepPatch
from matplotlib.text import Text
from matplotlib.transforms import Transform

from galley.child import plot_lines
from galley.child.plot_artists import described, seen
from galley.child.plot_axes import every
from galley.child.plot_collections import colouring
from galley.child.plot_colours import not_ink
from galley.child.plot_elements import elements
from galley.child.plot_patches import paint
from galley.child.plot_texts import written
from galley.child.plot_words import said


@described.register
def legend(legend: Legend, home: Transform) -> Iterator[str]:
    """Describe a legend; what stands before a label only if the label's is another."""
    title, *entries = _texts(legend)
    handles = [it for it in _parts(legend) if isinstance(it, DrawingArea)]
    usual = _labelled(legend)
    words = []
    for entry, handle in zip(entries, handles, strict=True):
        marks = dict.fromkeys(_looks(handle.get_children()))
        text = said(not_ink(entry.get_color()), repr(entry.get_text()))
        own = marks.keys() in usual.get(entry.get_text(), [])
        words.append(text if own else f"{text} = {' & '.join(marks)}")
    head = written(title) if title.get_text() else ""
    yield said("legend", seen(legend), head, f"[{', '.join(words)}]")


@singledispatch
def look(artist: Any) -> str:
    """Say how a mark looks, without its data."""
    return type(artist).__name__.lower()


@look.register
def line(artist: Line2D) -> str:
    """Say how a line looks."""
    return said(plot_lines.look(artist), seen(artist))


@look.register
def area(artist: Patch) -> str:
    """Say how a patch looks: in a legend a rectangle stands for it."""
    hatch = f"hatch {artist.get_hatch()!r}" if artist.get_hatch() else ""
    return said("area", paint(artist), hatch, seen(artist))


@look.register
def areas(artist: Collection) -> str:
    """Say how areas look."""
    return said("area", *colouring(artist), seen(artist))


@look.register
def points(artist: PathCollection) -> str:
    """Say how points look."""
    return said(elements(artist).kind, *colouring(artist), seen(artist))


@look.register
def lines(artist: LineCollection) -> str:
    """Say how lines look."""
    return said("line", *colouring(artist), seen(artist))


@look.register
def stairs(artist: StepPatch) -> str:
    """Say how stairs look: without ground a line stands for them."""
    return area(artist).replace("area hollow", "line")


def _looks(artist: Any) -> Iterator[str]:
    """List how an artist looks, or each of several that have one label."""
    if isinstance(artist, Container | tuple | list):
        for one in artist:
            yield from _looks(one)
    elif artist is not None and not (words := look(artist)).startswith("nothing"):
        yield words


def _texts(legend: Legend) -> list[Text]:
    """Give the title and the entries."""
    return [legend.get_title(), *legend.get_texts()]


def _parts(artist: Artist) -> Iterator[Artist]:
    for child in artist.get_children():
        yield child
        if not isinstance(child, DrawingArea | TextArea):
            yield from _parts(child)


def _labelled(legend: Legend) -> dict[str, list[set[str]]]:
    """Give the looks of what has a label, by label."""
    figure = legend.get_figure(root=True)
    found: dict[str, list[set[str]]] = {}
    for axes in every(figure.axes if isinstance(figure, Figure) else []):
        for artist, label in zip(*axes.get_legend_handles_labels(), strict=True):
            found.setdefault(label, []).append(set(_looks(artist)))
    return found
