"""What the cells of a program print, and the figures that they show."""

import ctypes
import os
import re
import resource
import sys
import warnings
from contextlib import suppress
from typing import Any

from galley.child import theme
from galley.child.result import Figure, Output, Raised, Text
from galley.child.script import Cell

_TRIGGERED = re.compile(r" \(Triggered internally at .*?\)")


class Capture:
    """Reads what is written to descriptors 1 and 2, and what Matplotlib is to show."""

    def __init__(self, printed: int = 1) -> None:
        """Take the place of `show`, and of what writes warnings.

        Args:
            printed: A descriptor of the file to which 1 and 2 append.
        """
        import matplotlib.pyplot as plt

        self.outputs: dict[str, tuple[Output, ...]] = {}
        self._printed = printed
        self._pending: list[Output] = []
        self._offset = 0
        # A program may put others in their place, and close or keep these.
        self._streams: list[Any] = [
            sys.stdout,
            sys.stderr,
            sys.__stdout__,
            sys.__stderr__,
        ]
        self._libc = ctypes.CDLL(None)
        theme.apply_theme()
        plt.switch_backend("svg")  # now: done later, it would replace `show` again
        plt.show = lambda *_, **__: self._show()  # a function: Matplotlib marks it
        warnings.showwarning = self._warn  # type: ignore[assignment]  # takes less

    def _warn(
        self, message: Warning | str, category: type[Warning], *_: object
    ) -> None:
        """Write a warning as one line without paths, which differ between machines."""
        self._flush()
        text = _TRIGGERED.sub("", str(message))
        with suppress(ValueError):  # no stream is left
            print(f"{category.__name__}: {text}", file=sys.stderr)

    def _flush(self) -> None:
        for stream in (sys.stdout, sys.stderr, *self._streams):
            # It may be closed, or what a program made, or its file may be full.
            with suppress(Exception):
                stream.flush()
        self._libc.fflush(None)

    def _text(self) -> None:
        self._flush()
        size = os.fstat(self._printed).st_size
        printed = os.pread(self._printed, size - self._offset, self._offset)
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
        self._offset = os.fstat(self._printed).st_size

    @property
    def full(self) -> bool:
        """Whether there is as much output as there may be."""
        return self._offset >= resource.getrlimit(resource.RLIMIT_FSIZE)[0] > 0

    def finish(self, cell: Cell, raised: str = "") -> None:
        """Give what has come since the last call to this cell."""
        self._text()
        if raised:
            self._pending.append(Raised(raised))
        if self._pending:
            self.outputs[cell.name] = (*self.outputs.get(cell.name, ()), *self._pending)
        self._pending = []
