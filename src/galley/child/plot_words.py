"""Series of numbers as words: how many, some of them, and a hash of all."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axis import Axis
from numpy.typing import NDArray

from galley.child.digits import NOTHING, digest, point

Numbers = NDArray[np.float64]

_SAMPLES = 5
_DAYS = 5  # digits more, for days since 1970: a second counts


class Measure(NamedTuple):
    """How numbers on an axis are told from rounding, and how many digits count."""

    largest: float = 0.0
    more: int = 0  # digits than usual
    lowest: float = np.inf  # what the axis shows is data, be it ever so small


def measures(artist: Artist, columns: str, place: str = "") -> list[Measure]:
    """Measure columns: those named as an axis by it, the others by themselves.

    Args:
        artist: What has the data.
        columns: A letter for each column; those of one letter share their largest.
        place: Names the coordinates, where they are not those of the data.
    """
    axes = artist.axes
    known = axes._axis_map if axes and not place else {}  # x, y, and z if it has one
    return [measure(known[it]) if it in known else Measure() for it in columns]


def measure(axis: Axis) -> Measure:
    """Measure by an axis: on a logarithmic one small numbers are seen."""
    ends = np.abs(axis.get_view_interval())
    lowest = {"linear": np.inf, "log": ends.min()}.get(axis.get_scale(), 0.0)
    return Measure(float(ends.max()), _DAYS if of_days(axis) else 0, lowest)


def of_days(axis: Axis) -> bool:
    """Say whether an axis shows dates, which are counted in days."""
    return type(axis.get_converter()).__module__ == "matplotlib.dates"


def numbers(data: Any) -> Numbers:
    """Make numbers of anything that is plotted; what is masked is none."""
    if names := getattr(getattr(data, "dtype", None), "names", None):
        data = np.ma.stack([data[name] for name in names])  # of several dimensions
    filled = np.ma.filled(np.ma.asarray(data).astype(float), np.nan)
    return np.asarray(filled, dtype=np.float64)


def series(
    artist: Artist,
    data: Any,
    columns: str = "v",
    place: str = "",
    whole: tuple[Any, str] | None = None,
) -> str:
    """Say how many rows there are, a few of them, and a hash.

    Args:
        artist: What has the data.
        data: The rows.
        columns: A letter for each column, as `measures` reads it.
        place: Names the coordinates, where they are not those of the data.
        whole: Rows and columns to be hashed where `data` are only their outline.
    """
    sizes = measures(artist, columns, place)
    rows = _settled(numbers(data).reshape(-1, len(columns)), columns, sizes)
    more = [it.more for it in sizes]
    code = digest(rows.ravel().tolist(), more)
    if whole:
        every, letters = whole
        sizes = measures(artist, letters, place)
        settled = _settled(numbers(every).reshape(-1, len(letters)), letters, sizes)
        code = digest(settled.ravel().tolist(), [it.more for it in sizes])
    return " ".join([f"{len(rows)} of", *_samples(rows, more), code])


def said(*words: str) -> str:
    """Join the words that say something."""
    return " ".join(word for word in words if word)


def _settled(rows: Numbers, columns: str, sizes: Sequence[Measure]) -> Numbers:
    """Put zero for what is rounding beside the largest number of its axis."""
    rows = rows.copy()
    for letter, size in dict(zip(columns, sizes, strict=True)).items():
        chosen = [n for n, it in enumerate(columns) if it == letter]
        those = np.abs(rows[:, chosen])
        largest = those[np.isfinite(those)].max(initial=size.largest)
        nothing = (those <= largest * NOTHING) & (those < size.lowest)
        rows[:, chosen] = np.where(nothing, 0.0, rows[:, chosen])
    return rows


def _samples(rows: Numbers, more: Sequence[int]) -> Iterator[str]:
    chosen = np.unique(np.linspace(0, len(rows) - 1, _SAMPLES).astype(int))
    return (point(rows[index].tolist(), more) for index in chosen if len(rows))
