"""Images as words: their numbers, their shades, and where they lie."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.image import (
    AxesImage,
    BboxImage,
    FigureImage,
    NonUniformImage,
    PcolorImage,
)
from matplotlib.transforms import Transform

from galley.child.digits import point
from galley.child.plot_artists import described, label, seen
from galley.child.plot_colours import shades
from galley.child.plot_places import place
from galley.child.plot_words import numbers, said, series


@described.register
def image(image: AxesImage, home: Transform) -> Iterator[str]:
    """Describe an image on axes."""
    where = place(image, image.get_transform(), home)
    yield said(pixels(image, _corners(image), label(image), where))


@described.register
def uneven(image: NonUniformImage, home: Transform) -> Iterator[str]:
    """Describe an image whose pixels have centres of their own."""
    yield said(pixels(image, "uneven", label(image)), *_grid(image))


@described.register
def mesh(image: PcolorImage, home: Transform) -> Iterator[str]:
    """Describe an image whose pixels have edges of their own."""
    yield said(pixels(image, "uneven", label(image)), *_grid(image))


@described.register
def free(image: FigureImage, home: Transform) -> Iterator[str]:
    """Describe an image that is laid on the figure as it is."""
    upright = "" if image.origin == "upper" else "upside down"
    yield pixels(image, f"at pixel {point((image.ox, image.oy))}", upright)


@described.register
def fitted(image: BboxImage, home: Transform) -> Iterator[str]:
    """Describe an image in a box that is known when it is drawn."""
    yield pixels(image, "" if image.origin == "upper" else "upside down")


def pixels(image: Any, *more: str) -> str:
    """Say which numbers or colours an image has."""
    values = numbers(image.get_array())
    # Colours of their own need no map, unless it is one of several dimensions.
    coloured = values.ndim == 3 and not hasattr(image.norm, "norms")
    words = [f"image {values.shape}", "" if coloured else shades(image)]
    alpha = image.get_alpha()
    faded = f"alpha {series(image, alpha)}" if np.ndim(alpha) else ""
    rows = values.reshape(-1, 1)
    return said(*words, *more, seen(image), series(image, rows), faded)


def _corners(image: AxesImage) -> str:
    """Say where the first pixel begins and the last ends, if not by counting."""
    left, right, bottom, top = map(float, image.get_extent())
    first, last = (top, bottom) if image.origin == "upper" else (bottom, top)
    rows, columns = image.get_size()
    if (left, right, first, last) == (-0.5, columns - 0.5, -0.5, rows - 0.5):
        return ""
    return f"over {point((left, first))} → {point((right, last))}"


def _grid(image: Any) -> Iterator[str]:
    for name, ends in (("x", image._Ax), ("y", image._Ay)):
        yield f"{name} {series(image, ends, name)}"
