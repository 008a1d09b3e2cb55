"""A book with the results of its programs: each page bound to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from galley.bound.page import (
    BoundPage,
    Claim,
    Code,
    Drawn,
    Embed,
    Gap,
    Part,
    Value,
    Words,
)
from galley.bound.value import format_value
from galley.child.result import Figure, Raised, Result, Text
from galley.problems import Problem, suggest
from galley.source import typed
from galley.source.book import Book
from galley.source.page import Block, ClaimRef, Page, Prose, Quote, Run, ValueRef


@dataclass(frozen=True)
class Said:
    """What a page says with a program: in sentences, beside figures, in quotations."""

    page: Page
    what: Value | Claim | Embed | Code | Words
    after: str = ""
    """The other program of which the sentence before speaks; empty: the same, none."""


@dataclass(frozen=True)
class Bound:
    """A book with the results of its programs."""

    book: Book
    results: Mapping[str, Result]
    pages: dict[str, BoundPage]

    @cached_property
    def said(self) -> dict[str, list[Said]]:
        """What is said with each program, page by page, in the order of the pages.

        Other code goes with the program before it, or else with the page's first, and
        so do typed numbers.
        """
        found: dict[str, list[Said]] = defaultdict(list)
        for page in self.pages.values():
            # Also a program that has no result here stands before what follows it.
            near = next((it.program for it in page.page.runs), "")
            before = ""
            for source, part in zip(page.page.parts, page.parts, strict=True):
                near = source.program if isinstance(source, Run) else near
                match part:
                    case Words():
                        for it in part.parts:
                            if isinstance(it, Value | Claim):
                                program = it.mark.program
                                after = before if before != program else ""
                                found[program].append(Said(page.page, it, after))
                                before = program
                        if part.typed and near:
                            found[near].append(Said(page.page, part))
                    case Embed() | Code() if near:
                        found[near].append(Said(page.page, part))
        return found

    def lacking(self, program: str) -> list[Problem]:
        """List what pages ask of a program and its run did not give."""
        pages = self.pages.values()
        return [it for page in pages for path, it in page.lacks if path == program]


def bind(
    book: Book, results: Mapping[str, Result], pages: Iterable[Page] | None = None
) -> Bound:
    """Bring pages and results together.

    Args:
        book: The book.
        results: What its programs produced, by path; some may be missing or failed.
        pages: Some of the pages; all of them by default.
    """
    chosen = book.pages.values() if pages is None else pages
    bound = (_Binder(book, results, it).bound for it in chosen)
    return Bound(book, results, {it.page.path: it for it in bound})


class _Binder:
    """Binds one page; knows which names of figures are taken on it."""

    def __init__(self, book: Book, results: Mapping[str, Result], page: Page) -> None:
        self._book, self._results, self._page = book, results, page
        self._lacks: list[tuple[str, Problem]] = []
        self._problems: list[Problem] = []
        self._names: set[str] = set()
        parts = tuple(map(self._part, page.parts))
        self.bound = BoundPage(
            page,
            parts,
            tuple(self._lacks),
            tuple(self._problems),
            book.project.undo,
        )

    def _lacking(self, value: ValueRef, fact: str, *details: str) -> None:
        place = self._book.place(self._page, value.line)
        self._lacks.append((value.program, Problem(place, fact, details)))

    def _part(self, part: Prose | Block) -> Part:
        if isinstance(part, Prose):
            held = self._book.project.hold_numbers
            numbers = typed.unclaimed(part) if held else ()
            return Words(tuple(self._words(part)), numbers)
        if isinstance(part, Run):
            return self._run(part)
        if not isinstance(part, Quote):
            return Code(part, part.body)
        quoted = self._book.quoted(part)
        fact = f"nothing at {part.path}"
        return Code(part, quoted[0]) if quoted else Gap(fact, part.indent)

    def _words(self, prose: Prose) -> Iterator[str | Value | Claim | Gap]:
        text = sentence = ""
        for it in prose.parts:
            match it:
                case str():
                    text += it
                    yield it
                case ValueRef():
                    value = self._value(it)
                    text += value.text if isinstance(value, Value) else value.fact
                    yield value
                case ClaimRef():
                    # Two marks behind one sentence both speak of it.
                    sentence = text.strip().rpartition("\n")[2].strip() or sentence
                    text = ""
                    yield Claim(it, sentence)

    def _value(self, it: ValueRef) -> Value | Gap:
        result = self._results.get(it.program)
        if result and not result.failure:
            try:
                value = Value(it, format_value(result.values, it))
                return value if not it.in_formula or value.tex else Gap("")
            except KeyError:
                program = self._book.program_place(it.program)
                known = suggest(it.name, list(result.values), "values")
                self._lacking(it, f"no value `{it.name}` in {program}", *known)
            except ValueError as error:
                self._lacking(it, f"bad format `{it.reference}`", str(error))
        return Gap(f"no value {it.reference}")

    def _run(self, block: Run) -> Embed | Gap:
        program = self._book.programs.get(block.program)
        result = self._results.get(block.program)
        cell = program.cell(block.cell) if program else None
        if not program or not cell or not result:
            fact = f"{block.program}:{block.cell} has no result"
            return Gap(fact, block.indent)
        outputs = result.outputs.get(cell.name, ())
        if not result.failure:
            self._count(block, sum(isinstance(it, Figure) for it in outputs))
        stem = program.path.replace("/", "-").removesuffix(".py").replace("_", "-")
        data = None if block.replay is None else result.data.get(block.replay)
        alts = iter(block.alts)
        shown: list[Text | Drawn | Raised] = []
        for it in outputs:
            if isinstance(it, Figure):
                count = sum(isinstance(other, Drawn) for other in shown) + 1
                name = self._name(f"{stem}-{cell.name}-{count}")
                shown.append(Drawn(name, it, next(alts, ""), data))
            else:
                shown.append(it)
        return Embed(block, program, cell, result, tuple(shown))

    def _name(self, name: str) -> str:
        """Give a figure its own name: other cells, and this one shown again, differ."""
        number = 1
        while (own := name if number == 1 else f"{name}-{number}") in self._names:
            number += 1
        self._names.add(own)
        return own

    def _count(self, block: Run, figures: int) -> None:
        """Hold the figures of a cell against its alternative texts."""
        place = self._book.place(self._page, block.line)
        given = len(block.alts)
        if given < figures:
            what = "a figure without" if figures == 1 else f"{figures} figures, {given}"
            fact = f"{what} alternative text"
            details = ("say what is to be seen, for readers who cannot see it",)
            command = 'add alt="…"' + (", separated by ` | `" if figures > 1 else "")
            self._problems.append(Problem(place, fact, details, command))
        elif given > figures:
            fact = f"alternative texts: {given}, figures: {figures}"
            command = "remove what has no figure"
            self._problems.append(Problem(place, fact, (), command))
        if block.replay is not None and figures != 1:
            fact = f"an interactive figure stands for one figure, not {figures}"
            details = ("draw its static stand-in in the same cell",)
            self._problems.append(Problem(place, fact, details))
