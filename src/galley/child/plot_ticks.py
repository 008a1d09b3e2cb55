"""An axis as words: its label, its scale, its ends, and ticks that are not usual."""

from typing import Any

import numpy as np
from matplotlib.axis import Axis
from matplotlib.dates import num2date
from matplotlib.ticker import (
    FixedLocator,
    LogFormatterSciNotation,
    NullFormatter,
    NullLocator,
    ScalarFormatter,
)

from galley.child.digits import point, short, span
from galley.child.plot_artists import seen
from galley.child.plot_colours import named, not_ink
from galley.child.plot_words import numbers, of_days, said

_OPTIONS = ("_scientific", "_powerlimits", "_useOffset", "_useMathText", "_useLocale")
_USUAL = {name: vars(ScalarFormatter())[name] for name in _OPTIONS}
_SIDES = ("labelbottom", "labeltop", "labelleft", "labelright")


def axis_words(axis: Any) -> str:
    """Describe an axis."""
    low, high = map(float, axis.get_view_interval())
    return said(
        axis.axis_name,
        _label(axis),
        "" if axis.get_visible() else "hidden",
        _scale(axis, low, high),
        _ends(axis, low, high),
        _major(axis),
        _minor(axis),
        _numbering(axis),
    )


def _label(axis: Axis) -> str:
    text = axis.label
    written = repr(text.get_text()) if text.get_text() else ""
    return said(not_ink(text.get_color()), written, seen(text)) if written else ""


def _scale(axis: Axis, low: float, high: float) -> str:
    """Name a scale; one that its name does not settle, by what it makes of numbers."""
    name = str(axis.get_scale())
    transform: Any = axis.get_transform()
    if name == "linear":
        return ""
    if name == "log":
        base = float(transform.base)
        gaps = "with gaps" if np.isnan(_of(transform, -1.0)) else ""
        return said(name, "" if base == 10 else f"of {short(base)}", gaps)
    inputs = np.linspace(low, high, 5)
    return said(name, *(point((it, _of(transform, it))) for it in inputs.tolist()))


def _of(transform: Any, number: float) -> float:
    with np.errstate(all="ignore"):
        return float(numbers(transform.transform(np.array([number])))[0])


def _ends(axis: Axis, low: float, high: float) -> str:
    if of_days(axis):
        days = (num2date(it).isoformat(" ", "seconds")[:19] for it in (low, high))
        return f"from {' to '.join(days)}"
    if axis.get_scale() == "linear":
        return span(low, high)
    return f"from {short(low)} to {short(high)}"


def _major(axis: Axis) -> str:
    """Say which ticks were chosen, and what is written at them if no plain number."""
    places = list(map(short, axis.get_ticklocs()))
    formatter = axis.get_major_formatter()
    if not _plain(formatter, axis):
        names = [it.get_text() for it in axis.get_ticklabels()]
        offset = axis.get_offset_text().get_text()
        return said(
            "ticks", repr(names), "at", *places, offset and f"offset {offset!r}"
        )
    chosen = isinstance(axis.get_major_locator(), FixedLocator | NullLocator)
    return said("ticks at", *places) if chosen else ""


def _minor(axis: Axis) -> str:
    """Say the same of the small ticks, which usually have no numbers."""
    formatter = axis.get_minor_formatter()
    usual = isinstance(formatter, NullFormatter) or _plain(formatter, axis)
    if usual and not isinstance(axis.get_minor_locator(), FixedLocator):
        return ""
    places = map(short, axis.get_ticklocs(minor=True))
    if usual:
        return said("small ticks at", *places)
    names = [it.get_text() for it in axis.get_ticklabels(minor=True)]
    return said("small ticks", repr(names), "at", *places)


def _plain(formatter: Any, axis: Axis) -> bool:
    """Say whether numbers are written as they are wherever nobody asks otherwise."""
    kind = type(formatter)
    if kind is LogFormatterSciNotation:
        base = getattr(axis.get_transform(), "base", 10)
        return bool(formatter._base == base)
    return kind is ScalarFormatter and all(
        vars(formatter)[name] == usual for name, usual in _USUAL.items()
    )


def _numbering(axis: Axis) -> str:
    """Say so if the ticks have no numbers, or numbers in a colour."""
    how = axis.get_tick_params()
    bare = "without numbers" if not any(how.get(it) for it in _SIDES) else ""
    colour = named(how["labelcolor"]) if "labelcolor" in how else ""
    return said(bare, f"numbers in {colour}" if colour not in ("", "muted") else "")
