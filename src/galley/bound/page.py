"""A page with everything that it says, shows and draws: what binding makes. Pure."""

from dataclasses import dataclass

from galley.bound.value import tex
from galley.child.result import Figure, Raised, Result, Text
from galley.child.script import Cell
from galley.problems import Problem
from galley.source.page import Block, ClaimRef, Page, Quote, Run, ValueRef
from galley.source.program import Program


@dataclass(frozen=True)
class Drawn:
    """A figure as a page shows it."""

    name: str
    """Unique on its page: `walk-picture-1`."""
    figure: Figure
    alt: str
    replay: object = None
    """The data of an interactive figure."""


Shown = Text | Drawn | Raised


@dataclass(frozen=True)
class Value:
    """A recorded value as a sentence says it."""

    mark: ValueRef
    text: str

    @property
    def tex(self) -> str:
        """How it stands in a formula."""
        return tex(self.text)


@dataclass(frozen=True)
class Claim:
    """A mark that a sentence is asserted, and that sentence as readers see it."""

    mark: ClaimRef
    sentence: str


@dataclass(frozen=True)
class Gap:
    """What stands nowhere: while serving, its place says so."""

    fact: str
    indent: str = ""


@dataclass(frozen=True)
class Words:
    """Prose between blocks, with its values."""

    parts: tuple[str | Value | Claim | Gap, ...]
    typed: tuple[str, ...] = ()
    """The numbers in it that somebody typed, where they are held."""


@dataclass(frozen=True)
class Embed:
    """A cell of a program, and what it printed, drew or raised."""

    block: Run
    program: Program
    cell: Cell
    result: Result
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Code:
    """Code that is quoted, or shown for a reason, and not executed here."""

    block: Block
    text: str

    @property
    def quoted(self) -> Quote | None:
        """What it quotes, if it does."""
        return self.block if isinstance(self.block, Quote) else None


Part = Words | Embed | Code | Gap


@dataclass(frozen=True)
class BoundPage:
    """A page with everything that it says, shows and draws."""

    page: Page
    parts: tuple[Part, ...]
    lacks: tuple[tuple[str, Problem], ...]
    """The values that are not there, each with the program that lacks it."""
    problems: tuple[Problem, ...]
    """Figures and alternative texts that do not belong together."""

    @property
    def embeds(self) -> list[Embed]:
        """The embedded cells, in order."""
        return [part for part in self.parts if isinstance(part, Embed)]

    @property
    def marks(self) -> list[Value | Claim]:
        """The values and claims of its sentences, in order."""
        words = [part.parts for part in self.parts if isinstance(part, Words)]
        return [it for row in words for it in row if isinstance(it, Value | Claim)]

    @property
    def values(self) -> list[Value]:
        """The values in its sentences, in order."""
        return [it for it in self.marks if isinstance(it, Value)]

    @property
    def claims(self) -> list[tuple[ClaimRef, str]]:
        """The claims of its sentences, each with the sentence."""
        claims = (it for it in self.marks if isinstance(it, Claim))
        return [(it.mark, it.sentence) for it in claims]
