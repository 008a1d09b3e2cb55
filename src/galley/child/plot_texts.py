"""Writing as words: texts, annotations, and boxes with writing or drawings in them."""

from collections.abc import Iterator
from typing import Any

from matplotlib.offsetbox import (
    AnchoredOffsetbox,
    AnnotationBbox,
    AuxTransformBox,
    DrawingArea,
    OffsetBox,
    OffsetImage,
    TextArea,
)
from matplotlib.patches import Patch
from matplotlib.quiver import QuiverKey
from matplotlib.table import Table
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Transform
from mpl_toolkits.mplot3d.art3d import Text3D

from galley.child.digits import point, short
from galley.child.plot_artists import described, drawn, seen
from galley.child.plot_colours import named, not_ink
from galley.child.plot_images import pixels
from galley.child.plot_patches import paint
from galley.child.plot_places import place, unitless, units
from galley.child.plot_words import said


@described.register
def text(text: Text, home: Transform) -> Iterator[str]:
    """Describe a text and where it stands."""
    where = place(text, text.get_transform(), home)
    spot = point(map(float, text.get_unitless_position()))
    yield said("text", written(text), spot, where)


@described.register
def solid(text: Text3D, home: Transform) -> Iterator[str]:
    """Describe a text in space."""
    yield said("text", written(text), point(map(float, text.get_position_3d())))


@described.register
def annotation(note: Annotation, home: Transform) -> Iterator[str]:
    """Describe a text that points at something."""
    spot = point(map(float, note.get_unitless_position()))
    goal = point(unitless(note.xy, note.xycoords, note.axes))
    spots = [
        said(spot, units(note.anncoords, note, home)),
        said(goal, units(note.xycoords, note, home)),
    ]
    yield said("annotation", written(note), " → ".join(spots), _arrow(note))


def written(text: Text) -> str:
    """Say what is written, in which colour, whether it is turned, and in which box."""
    turned = f"turned {short(angle)}" if (angle := text.get_rotation() % 360) else ""
    box = text.get_bbox_patch()
    boxed = f"in {paint(box)} box" if box else ""
    colour = not_ink(text.get_color())
    return said(colour, repr(text.get_text()), turned, boxed, seen(text))


def _arrow(note: Annotation) -> str:
    patch: Any = note.arrow_patch
    if patch is None:
        return ""
    style = (note.arrowprops or {}).get("arrowstyle", "arrow")
    name = style if isinstance(style, str) else type(style).__name__
    return said(name, not_ink(patch.get_edgecolor()), seen(patch))


@described.register
def table(table: Table, home: Transform) -> Iterator[str]:
    """Describe a table, row by row."""
    cells = table.get_celld()
    yield said("table", seen(table))
    for row in sorted({row for row, _ in cells}):
        columns = sorted(column for at, column in cells if at == row)
        yield "  " + " | ".join(_cell(cells[row, it], it) for it in columns)


def _cell(cell: Any, column: int) -> str:
    colour = named(cell.get_facecolor())
    ground = "" if colour in ("#ffffff", "none") else f"on {colour}"
    head = "head" if column < 0 else ""  # labels of rows stand in the column -1
    return said(head, written(cell.get_text()), ground, seen(cell))


@described.register
def box(box: OffsetBox, home: Transform) -> Iterator[str]:
    """Describe what is packed into a box."""
    for child in box.get_children():
        yield from drawn([child], home)


@described.register
def anchored(box: AnchoredOffsetbox, home: Transform) -> Iterator[str]:
    """Describe a box that stands in a corner."""
    yield said("box at", str(box.loc), seen(box))
    yield from (
        f"  {line}" for it in box.get_children() for line in described(it, home)
    )


@described.register
def area(box: TextArea, home: Transform) -> Iterator[str]:
    """Describe a text in a box, which has no place of its own."""
    yield said(
        "text", *(written(it) for it in box.get_children() if isinstance(it, Text))
    )


@described.register(DrawingArea)
@described.register(AuxTransformBox)
def drawing(box: DrawingArea, home: Transform) -> Iterator[str]:
    """Describe a drawing in a box, in its own units."""
    yield from drawn(box.get_children(), box.get_transform())


@described.register
def picture(box: OffsetImage, home: Transform) -> Iterator[str]:
    """Describe an image in a box."""
    yield said(pixels(box.image), f"enlarged {short(float(box.get_zoom()))}")


@described.register
def pinned(box: AnnotationBbox, home: Transform) -> Iterator[str]:
    """Describe a box that points at something."""
    spots = [
        said(
            point(unitless(box.xybox, box.boxcoords, box.axes)),
            units(box.boxcoords, box, home),
        ),
        said(
            point(unitless(box.xy, box.xycoords, box.axes)),
            units(box.xycoords, box, home),
        ),
    ]
    arrow = type(box.arrow_patch.get_arrowstyle()).__name__ if box.arrow_patch else ""
    yield said("box", " → ".join(spots), arrow, seen(box))
    for child in box.get_children():
        if not isinstance(child, Patch):  # its frame and arrow
            yield from (f"  {line}" for line in drawn([child], home))


@described.register
def key(key: QuiverKey, home: Transform) -> Iterator[str]:
    """Describe the arrow that says how long a number is."""
    spot = said(point((key.X, key.Y)), f"in {key.coord}")
    colour = named(key.color) if key.color else ""
    words = (f"of {short(float(key.U))} turned {short(float(key.angle))}", colour)
    yield said("key", repr(key.text.get_text()), spot, *words, seen(key))
