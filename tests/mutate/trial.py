"""A mutant is one change of the book; a trial asks the check whether it sees it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from galley.accepted import check
from galley.bound.book import bind
from galley.child.result import Result
from galley.source import book as books
from galley.source import parser, rules
from galley.source.book import Book
from galley.source.page import Page, Prose


@dataclass(frozen=True)
class Mutant:
    """One change of the book."""

    kind: str
    file: str
    """`docs/x.md`, `snippets/x/walk.out`."""
    line: int
    change: str
    """What is changed, without numbers of lines."""

    @property
    def name(self) -> str:
        """How the list of known survivors calls it."""
        return f"{self.file}: {self.change}"

    @property
    def place(self) -> str:
        """Where a person finds it."""
        return f"{self.file}:{self.line}: {self.change}"


Trial = tuple[Mutant, Callable[[], bool]]
"""A mutant, and what makes it, asks the check, and undoes it."""
Outcome = tuple[Mutant, bool]
"""A mutant, and whether the check has seen it."""


@dataclass(frozen=True)
class Sound:
    """A book in which nothing is wrong, and what its programs produce."""

    book: Book
    results: Mapping[str, Result]
    copy: Book
    """The same book with a folder of its own for accepted texts and what is kept."""

    def source(self, path: str) -> str:
        """Read a page."""
        return (self.book.project.docs_dir / path).read_text()

    def parsed(self, path: str, source: str) -> Page:
        """Parse the changed text of a page."""
        return parser.parse(source, path, f"{self.book.project.docs}/{path}")

    def prose(self, path: str, source: str) -> Iterator[tuple[int, int]]:
        """Find where prose begins and ends in the text of a page."""
        starts = [0, *(it.end() for it in re.finditer("\n", source)), len(source)]
        parts = self.book.pages[path].parts
        for part, after in zip_longest(parts, parts[1:]):
            if isinstance(part, Prose):
                yield starts[part.line - 1], starts[after.line - 1 if after else -1]

    def sees(self, path: str, source: str) -> bool:
        """Tell whether the check finds something wrong with a changed page."""
        changed = self.parsed(path, source)
        book = replace(self.book, pages={**self.book.pages, path: changed})
        if rules.problems(book):
            return True
        needed = {*books.needs(self.book.pages[path]), *books.needs(changed)}
        return wrong(book, {name: self.results[name] for name in sorted(needed)})


def wrong(book: Book, results: Mapping[str, Result]) -> bool:
    """Tell whether the check finds something wrong with programs and their pages.

    Args:
        book: The book.
        results: What the programs produce, by path.
    """
    pages = [it for it in book.pages.values() if results.keys() & {*books.needs(it)}]
    programs = [book.programs[path] for path in results]
    return bool(check.verify(bind(book, results, pages), programs))
