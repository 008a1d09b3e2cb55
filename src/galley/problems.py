"""What can be wrong, said so that the reader of the message knows what to do.

BookError            all the problems of one stage, together
  └─ Problem         place, fact, what exists, next command
"""

import errno
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, NamedTuple, Protocol


class Place(NamedTuple):
    """A file or a line of it: `docs/x.md:41`; also an option or an address."""

    file: str
    line: int = 0
    """0 is the file as a whole."""

    def __str__(self) -> str:
        """Write it as editors and terminals read it."""
        return f"{self.file}:{self.line}" if self.line else self.file


Code = Literal["", "drift"]
"""What kind of problem it is, where somebody asks."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong."""

    place: Place
    fact: str
    """What is wrong, in one line."""
    details: tuple[str, ...] = ()
    """What exists, a traceback, or a diff: shown indented below the fact."""
    command: str = ""
    """What to run or do next."""
    cause: Place | None = None
    """The line of a program that the place of a page stands for."""
    code: Code = ""

    @property
    def files(self) -> set[str]:
        """The files that it is about."""
        return {it.file for it in (self.place, self.cause) if it}

    def __str__(self) -> str:
        """Format as a few lines for a terminal."""
        places = [str(it) for it in (self.place, self.cause) if it]
        lines = [f"{' → '.join(places)}: {self.fact}"]
        lines += [f"  {line}".rstrip() for line in self.details]
        if self.command:
            lines.append(f"  → {self.command}")
        return "\n".join(lines)


class Complain(Protocol):
    """Is told what is wrong on a line of a file."""

    def __call__(self, line: int, fact: str, *details: str) -> None:
        """Keep it."""


class BookError(Exception):
    """The problems of one stage of the flow."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in reading order, each once."""
        self.problems = sorted(set(problems), key=_reading_order)

    def __str__(self) -> str:
        """Format all problems, a blank line between them, and count them."""
        count = len(self.problems)
        what = "1 problem" if count == 1 else f"{count} problems"
        return "\n\n".join([*map(str, self.problems), what])


def refused(error: OSError, root: Path) -> Problem:
    """Say which file the system did not give or take, and why.

    Args:
        error: What the system said.
        root: The folder of the book: its files are named relative to it.
    """
    path = Path(error.filename2 or error.filename or root)
    there = next(it for it in (path, *path.parents) if it.exists())
    place, folder = (
        Place(str(it.relative_to(root) if it.is_relative_to(root) else it))
        for it in (path, there)
    )
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        command = f"df -h {folder}, and make room there"
    elif error.errno in (errno.EEXIST, errno.ENOTDIR):
        command = f"ls -ld {folder}, and move away what stands in a folder's place"
    else:
        command = f"ls -ld {folder}, and give leave to read and write there"
    details = ("nothing was left half written",)
    return Problem(place, error.strerror or str(error), details, command)


def _reading_order(problem: Problem) -> tuple[Place, str]:
    return problem.place, str(problem)


def suggest(word: str, known: Sequence[str], what: str) -> tuple[str, ...]:
    """Say what exists, and which of it was probably meant."""
    listed = ", ".join(known) if known else "none"
    close = get_close_matches(word, known, n=1)
    return (f"{what}: {listed}", *(f"did you mean `{it}`?" for it in close))
