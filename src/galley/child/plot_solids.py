"""Collections in space: their data, not the projection that was drawn."""

import numpy as np
from mpl_toolkits.mplot3d.art3d import (
    Collection3D,
    Line3DCollection,
    Patch3DCollection,
    Path3DCollection,
    Poly3DCollection,
)

from galley.child.plot_elements import Elements, elements, markers
from galley.child.plot_words import Numbers, numbers, said


@elements.register
def lines(it: Line3DCollection) -> Elements:
    """Give the corners of lines."""
    return _of("line3d", [numbers(line) for line in it._segments3d])


@elements.register
def faces(it: Poly3DCollection) -> Elements:
    """Give the corners of faces."""
    return _of("poly3d", [numbers(face) for face in it._faces])


@elements.register
def raised(it: Collection3D) -> Elements:
    """Give the corners of what was flat."""
    kind = type(it).__name__.lower()
    return _of(kind, [numbers(corners) for corners, _ in it._3dverts_codes])


@elements.register(Path3DCollection)
@elements.register(Patch3DCollection)
def points(it: Path3DCollection) -> Elements:
    """Give the places of points, and name their markers."""
    rows = np.column_stack([numbers(one) for one in it._offsets3d])
    kind = "scatter" if isinstance(it, Path3DCollection) else "patch3d"
    return Elements(said(kind, *markers(it.get_paths())), rows, "xyz")


def _of(kind: str, shapes: list[Numbers]) -> Elements:
    """Join shapes, and hash with each corner which shape it belongs to."""
    corners = np.concatenate(shapes or [np.empty((0, 3))])
    index = np.repeat(np.arange(len(shapes)), [len(it) for it in shapes])
    return Elements(
        kind, corners, "xyz", whole=(np.insert(corners, 0, index, 1), "nxyz")
    )
