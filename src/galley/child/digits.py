"""Numbers as text for a diff: few digits to read, and a hash of six. Pure."""

import hashlib
import math
from collections.abc import Iterable, Sequence

_DIGITS = 6
NOTHING = 1e-14
"""So much smaller than the largest number of its axis is rounding, not data."""


def point(numbers: Iterable[float], more: Sequence[int] = (0,)) -> str:
    """Write coordinates with four digits each, or `more` for each column."""
    words = (short(it, 4 + more[n % len(more)]) for n, it in enumerate(numbers))
    return f"({', '.join(words)})"


def short(number: float, digits: int = 4) -> str:
    """Write a few digits, and no minus before a zero."""
    return f"{number:.{digits}g}" if number else "0"


def span(low: float, high: float) -> str:
    """Write the ends of a linear range, with as many digits as tell them apart."""
    largest, width = max(abs(low), abs(high)), abs(high - low)
    low, high = (0.0 if abs(it) <= largest * NOTHING else it for it in (low, high))
    more = math.ceil(math.log10(largest / width)) if 0 < width < largest else 0
    digits = min(max(4, 3 + more), 7)  # the eighth is rounding in single precision
    return f"from {short(low, digits)} to {short(high, digits)}"


def settled(numbers: Sequence[float]) -> list[float]:
    """Put zero for what is rounding beside the largest number of a linear series."""
    finite = (abs(number) for number in numbers if math.isfinite(number))
    smallest = max(finite, default=0.0) * NOTHING
    return [0.0 if abs(number) <= smallest else number for number in numbers]


def digest(data: Sequence[float], more: Sequence[int] = (0,)) -> str:
    """Hash numbers, each rounded so that its last digits do not count.

    Args:
        data: The numbers, row after row.
        more: How many digits more than six count in each column.
    """
    row = [f"%.{_DIGITS - 1 + extra}e" for extra in more]
    pattern = " ".join(row * (len(data) // len(row)))
    return hashed(pattern % tuple(it or 0.0 for it in data))  # without a minus


def hashed(text: str) -> str:
    """Hash a text to eight characters."""
    return "#" + hashlib.sha256(text.encode()).hexdigest()[:8]
