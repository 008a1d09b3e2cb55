"""The changes that the check cannot see, each with its reason: known.txt.

A paragraph is a reason, after `#`, and below it the names of survivors; `*` stands for
any text. A line that no survivor needs any more is reported, so that the list is true.
"""

import re
from collections.abc import Iterable
from pathlib import Path

LIST = Path(__file__).with_name("known.txt")


class Known:
    """The list of known survivors."""

    def __init__(self, text: str) -> None:
        """Read the list."""
        lines = [it for it in text.splitlines() if it and not it.startswith("#")]
        self._patterns = {it: _compiled(it) for it in lines}

    def covers(self, name: str) -> bool:
        """Tell whether a survivor has its reason."""
        return any(it.fullmatch(name) for it in self._patterns.values())

    def idle(self, survivors: Iterable[str]) -> list[str]:
        """List the lines that none of these survivors needs."""
        names = list(survivors)
        return [
            line
            for line, pattern in self._patterns.items()
            if not any(pattern.fullmatch(name) for name in names)
        ]


def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(".*".join(map(re.escape, pattern.split("*"))))
