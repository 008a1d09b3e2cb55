"""A list of what cannot be otherwise, each with its reason. Pure.

A paragraph is a reason, after `#`, and below it names; `*` stands for any text. A line
that no name needs any more is reported, so that the list stays true.
"""

import re
from collections.abc import Iterable

from galley.child.script import lines


class Reasons:
    """The names that have a reason."""

    def __init__(self, text: str) -> None:
        """Read the list."""
        names = [it for it in lines(text) if it and not it.startswith("#")]
        self._patterns = {it: _compiled(it) for it in names}

    def covers(self, name: str) -> bool:
        """Tell whether something has its reason."""
        return any(it.fullmatch(name) for it in self._patterns.values())

    def idle(self, needed: Iterable[str]) -> list[str]:
        """List the lines that none of these names needs."""
        names = list(needed)
        return [
            line
            for line, pattern in self._patterns.items()
            if not any(pattern.fullmatch(name) for name in names)
        ]


def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(".*".join(map(re.escape, pattern.split("*"))))
