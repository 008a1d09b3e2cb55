"""What a child process is given to run: a script and its named cells. Pure."""

import re
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["code", "claim", "data"]


def lines(text: str, ends: bool = False) -> list[str]:
    r"""Cut a text into lines where Python's tokenizer and git do: at `\n` alone.

    `str.splitlines` also cuts at form feeds and at U+2028, which programs may print.

    Args:
        text: What is cut.
        ends: Keep the line ends.
    """
    if ends:
        return re.findall(r"[^\n]*\n|[^\n]+", text)
    return text.removesuffix("\n").split("\n") if text else []


@dataclass(frozen=True)
class Cell:
    """A named part of a script."""

    name: str
    kind: Kind
    """`code`, `claim` (asserts, not shown) or `data` (of an interactive figure)."""
    source: str
    """The lines between two markers, without blank lines around them."""
    line: int
    """The line of the script on which `source` begins."""
    raises: tuple[str, str] | None = None
    """The exception the cell is expected to end in: type, stable part of its text."""


@dataclass(frozen=True)
class Script:
    """A script that is run once, in a process of its own."""

    path: str
    """Relative to the folder of the programs, as pages write it: `x/walk.py`."""
    source: str
    cells: tuple[Cell, ...]

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Script":
        """Read what `dataclasses.asdict` and JSON made of a script."""
        cells = (
            Cell(**{**it, "raises": it["raises"] and tuple(it["raises"])})
            for it in raw["cells"]
        )
        return cls(raw["path"], raw["source"], tuple(cells))
