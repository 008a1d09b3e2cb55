"""What the cells of a program print, and the figures that they show."""

import ctypes
import os
import re
import sys
import warnings

from galley.child import theme
from galley.child.result import Figure, Output, Raised, Text
from galley.child.script import Cell

_TRIGGERED = re.compile(r" \(Triggered internally at .*?\)")


class Capture:
    """Reads the file behind descriptors 1 and 2, and what Matplotlib is to show."""

    def __init__(self) -> None:
        """Take the place of `show`, and of what writes warnings."""
        import matplotlib.pyplot as plt

        self.outputs: dict[str, tuple[Output, ...]] = {}
        self._pending: list[Output] = []
        self._offset = 0
        self._libc = ctypes.CDLL(None)
        theme.apply_theme()
        plt.switch_backend("svg")  # now: done later, it would replace `show` again
        plt.show = lambda *_, **__: self._show()  # a function: Matplotlib marks it
        warnings.showwarning = self._warn  # type: ignore[assignment]  # takes less

    def _warn(
        self, message: Warning | str, category: type[Warning], *_: object
    ) -> None:
        """Write a warning as one line without paths, which differ between machines."""
        sys.stdout.flush()
        text = _TRIGGERED.sub("", str(message))
        print(f"{category.__name__}: {text}", file=sys.stderr)

    def _text(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self._libc.fflush(None)
        size = os.fstat(1).st_size
        printed = os.pread(1, size - self._offset, self._offset)
        self._offset = size
        if printed:
            self._pending.append(Text(printed.decode(errors="backslashreplace")))

    def _show(self) -> None:
        import matplotlib.pyplot as plt

        self._text()
        for number in plt.get_fignums():
            figure = plt.figure(number)
            # Described last: drawing settles limits and ticks.
            svg = theme.render(figure, "figure")
            data = tuple(theme.describe(figure))
            self._pending.append(Figure(svg, data))
        plt.close("all")

    def skip(self) -> None:
        """Pass over what a fork of this process has printed, and given to its cells."""
        self._offset = os.fstat(1).st_size

    def finish(self, cell: Cell, raised: str = "") -> None:
        """Give what has come since the last call to this cell."""
        self._text()
        if raised:
            self._pending.append(Raised(raised))
        if self._pending:
            self.outputs[cell.name] = (*self.outputs.get(cell.name, ()), *self._pending)
        self._pending = []
