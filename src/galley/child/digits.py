"""Numbers as text for a diff: few digits to read, and a hash of six. Pure."""

import hashlib
import math
from collections.abc import Iterable

_DIGITS = 6
NOTHING = 1e-14
"""So much smaller than the largest number of its series is rounding, not data."""


def point(numbers: Iterable[float]) -> str:
    """Write coordinates with four digits each."""
    return f"({', '.join(map(short, numbers))})"


def short(number: float) -> str:
    """Write four digits, and no minus before a zero."""
    return f"{number:.4g}" if number else "0"


def digest(data: Iterable[float]) -> str:
    """Hash a series, each number rounded so that its last digits do not count."""
    numbers = list(map(float, data))
    finite = [abs(number) for number in numbers if math.isfinite(number)]
    smallest = max(finite, default=0.0) * NOTHING
    text = " ".join(
        f"{0.0 if abs(number) <= smallest else number:.{_DIGITS - 1}e}"
        for number in numbers
    )
    return "#" + hashlib.sha256(text.encode()).hexdigest()[:8]
