"""The colours of figures: one name, one meaning, on light and on dark ground.

The light colours are also the ones that Matplotlib draws with, so a figure is right
as it stands; on the site each becomes the CSS variable `--fig-NAME`. `theme/assets`
sets those variables, and a test holds the two together.
"""

from typing import NamedTuple


class Colour(NamedTuple):
    """One colour on the two grounds, as `#rrggbb`."""

    light: str
    dark: str


#: What a figure is drawn with; the first four mean the same throughout the book.
PALETTE = {
    "c0": Colour("#0b50c8", "#6b93ff"),  # model, prediction, path of a parameter
    "c1": Colour("#d06a00", "#ffa25e"),  # data, target
    "c2": Colour("#8e1070", "#d465a8"),  # loss
    "c3": Colour("#00998e", "#a8f0e4"),  # gradient
    "c4": Colour("#6a5f1e", "#f3df7a"),  # a further series
    "c5": Colour("#4a2410", "#d9552f"),  # and one more
    "ink": Colour("#1d2026", "#e4e2dc"),  # titles and labels
    "muted": Colour("#65696f", "#9ba0a8"),  # ticks, and what is only there to compare
    "grid": Colour("#d9d6cf", "#363b43"),  # spines and grid lines
    "ground": Colour("#fffdf9", "#15181d"),  # the page behind the figure
}

#: The cycle C0 … C5, in order.
CYCLE = ("c0", "c1", "c2", "c3", "c4", "c5")

#: The role of a mark in an interactive figure, and its colour.
ROLES = {
    "model": "c0",
    "data": "c1",
    "loss": "c2",
    "gradient": "c3",
    "extra": "c4",
    "muted": "muted",
}


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
