"""A list of what cannot be otherwise, each with its reason.

A paragraph is a reason, after `#`, and below it names; `*` stands for any text. A line
that no name needs any more is reported, so that the list stays true.
"""

import re
from collections.abc import Container, Iterable
from pathlib import Path

from galley.child.script import lines


class Reasons:
    """The names that have a reason."""

    def __init__(self, text: str) -> None:
        """Read the list."""
        names = [it for it in lines(text) if it and not it.startswith("#")]
        self._patterns = {it: _compiled(it) for it in names}

    @classmethod
    def read(cls, path: Path) -> "Reasons":
        """Read the list in a file; without the file nothing has a reason."""
        return cls(path.read_text() if path.is_file() else "")

    def covers(self, name: str) -> bool:
        """Tell whether something has its reason."""
        return any(it.fullmatch(name) for it in self._patterns.values())

    def idle(
        self, needed: Iterable[str], files: Container[str] | None = None
    ) -> list[str]:
        """List the lines that none of these names needs.

        Args:
            needed: The names, `file: what`.
            files: Those that were looked at, if not all were.
        """
        names = list(needed)
        return [
            line
            for line, pattern in self._patterns.items()
            if (files is None or line.partition(":")[0] in files)
            and not any(pattern.fullmatch(name) for name in names)
        ]


def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(".*".join(map(re.escape, pattern.split("*"))))
