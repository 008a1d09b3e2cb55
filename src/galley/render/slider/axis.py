"""An axis of an interactive figure: where a number lies, and which numbers to write.

Ticks are chosen here rather than by Matplotlib, which a build that runs no program
does not import.
"""

import math
from typing import NamedTuple

_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Scale(NamedTuple):
    """Takes a number of the data to its place in the drawing."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        """Place a number; what lies far outside is kept near, where it is clipped."""
        low, high = self.low, self.high
        if self.log:
            value = math.log10(max(value, low * 1e-9))
            low, high = math.log10(low), math.log10(high)
        share = min(max((value - low) / (high - low), -3.0), 4.0)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Choose round numbers within the limits; each with how it is written."""
        values = self._powers() if self.log else self._multiples()
        return [(value, self._written(value)) for value in values]

    def _multiples(self) -> list[float]:
        """Choose up to six multiples of 1, 2 or 5 times a power of ten."""
        rough = (self.high - self.low) / 5
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(it * power for it in (1, 2, 5, 10) if it * power >= rough * 0.999)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [round(count * step, 12) for count in range(first, last + 1)]

    def _powers(self) -> list[float]:
        """Choose up to six powers of ten; in a short range also 2 and 5 times them."""
        first = math.floor(math.log10(self.low))
        last = math.ceil(math.log10(self.high))
        every = max(1, math.ceil((last - first) / 6))
        times = (1,) if last - first > 2 else (1, 2, 5)
        powers = [it * 10.0**n for n in range(first, last + 1, every) for it in times]
        return [it for it in powers if self.low * 0.999 <= it <= self.high * 1.001]

    def _written(self, value: float) -> str:
        if (
            self.log
            and not 0.001 <= self.low < self.high <= 1000
            and value not in (1, 10)
        ):
            return "10" + str(round(math.log10(value))).translate(_POWERS)
        tiny = abs(value) < 1e-9 * (self.high - self.low)
        return "0" if tiny else f"{value:g}".replace("-", "−")
