"""A page and what it is made of: prose with values and claims, blocks of code. Pure."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from posixpath import relpath
from typing import Any, Literal

from galley.problems import Problem


@dataclass(frozen=True)
class ValueRef:
    """A recorded value in a sentence: `{python} walk.x_last:.6f`."""

    program: str
    """`x/walk.py`."""
    name: str
    index: int | None
    spec: str
    """Python format specification; may be empty."""
    line: int
    in_formula: bool

    @property
    def reference(self) -> str:
        """How the value and its format are written: `x_last:.6f`."""
        index = "" if self.index is None else f"[{self.index}]"
        return f"{self.name}{index}" + (f":{self.spec}" if self.spec else "")


@dataclass(frozen=True)
class ClaimRef:
    """A mark that the sentence before it is asserted: `{claim} walk.falls`."""

    program: str
    name: str
    line: int


@dataclass(frozen=True)
class Prose:
    """Text between blocks, with the references inside it."""

    parts: tuple[str | ValueRef | ClaimRef, ...]
    line: int


@dataclass(frozen=True)
class Block:
    """A fenced block; what it does is its class."""

    line: int
    indent: str
    language: str
    body: str
    """The lines between the fences, without the indent."""
    title: str
    highlights: tuple[str, ...]
    """The texts whose lines are to be highlighted."""


@dataclass(frozen=True)
class Run(Block):
    """Embeds a cell of a program, and what it produced."""

    program: str
    cell: str
    alts: tuple[str, ...] = ()
    """The alternative texts of the cell's figures."""
    source: Literal["above", "folded", "none"] = "above"
    """Where the cell stands, against what it printed."""
    output: Literal["shown", "folded"] = "shown"
    again: bool = False
    """The cell was shown before."""
    replay: str | None = None
    """The data cell of an interactive figure."""


@dataclass(frozen=True)
class Quote(Block):
    """Quotes a symbol of a package, or a part of a file, that is not executed here."""

    path: str
    symbol: str


@dataclass(frozen=True)
class Shown(Block):
    """Shows code that nothing executes, for a stated reason."""

    reason: str


@dataclass(frozen=True)
class Page:
    """One source file of the book."""

    path: str
    """Relative to the folder of the pages."""
    meta: dict[str, Any] = field(hash=False)
    """The front matter."""
    parts: tuple[Prose | Block, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def stem(self) -> str:
        """The name that a chapter shares with the folder of its programs."""
        return PurePosixPath(self.path).stem

    @property
    def title(self) -> str:
        """What the front matter calls the page."""
        return str(self.meta.get("title") or self.stem)

    def link(self, other: "Page") -> str:
        """Write the relative link to another page's source."""
        return relpath(other.path, self.path.rpartition("/")[0] or ".")

    @property
    def runs(self) -> list[Run]:
        """The embedded cells, in order."""
        return [part for part in self.parts if isinstance(part, Run)]

    @property
    def values(self) -> list[ValueRef]:
        """The values in the page's sentences, in order."""
        return [it for it in self._parts() if isinstance(it, ValueRef)]

    @property
    def claims(self) -> list[ClaimRef]:
        """The claims of the page's sentences, in order."""
        return [it for it in self._parts() if isinstance(it, ClaimRef)]

    @property
    def references(self) -> list[ValueRef | ClaimRef]:
        """The values and claims of the page's sentences."""
        return [it for it in self._parts() if not isinstance(it, str)]

    def _parts(self) -> list[str | ValueRef | ClaimRef]:
        prose = [part for part in self.parts if isinstance(part, Prose)]
        return [it for part in prose for it in part.parts]
