"""All pages and programs of a book, as they stand on disk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from galley.problems import BookError, Problem
from galley.project import Project
from galley.source import parser, program, symbols
from galley.source.page import ClaimRef, Page, Quote, Run, Shown, ValueRef
from galley.source.program import Program


class Reference(NamedTuple):
    """A value or a claim in a sentence, and where it stands."""

    page: Page
    mark: ValueRef | ClaimRef
    after: str
    """The other program of which the sentence before speaks; empty: the same, none."""


@dataclass(frozen=True)
class Book:
    """What stands on disk, parsed."""

    project: Project
    pages: dict[str, Page]
    """By path relative to the folder of the pages."""
    programs: dict[str, Program]
    """By path relative to the folder of the programs; all, embedded or not."""

    def place(self, page: Page, line: int) -> str:
        """Name a line of a page in a message."""
        return f"{self.project.docs}/{page.path}:{line}"

    def program_place(self, path: str, line: int = 0) -> str:
        """Name a program, or a line of it, in a message."""
        return f"{self.project.snippets}/{path}" + (f":{line}" if line else "")

    def accepted_path(self, program: str) -> Path:
        """Say where stands what a program is accepted to produce."""
        return (self.project.snippets_dir / program).with_suffix(".out")

    def references(self) -> dict[str, list[Reference]]:
        """Collect what sentences say of each program, page by page, in their order."""
        found: dict[str, list[Reference]] = defaultdict(list)
        for source in self.pages.values():
            before = ""
            for it in source.references:
                after = before if before != it.program else ""
                found[it.program].append(Reference(source, it, after))
                before = it.program
        return found

    def used_by(self, pages: Iterable[Page]) -> list[Program]:
        """List the programs that pages need, each once, in reading order."""
        paths = dict.fromkeys(path for it in pages for path in needs(it))
        return [self.programs[path] for path in paths if path in self.programs]

    def quoted(self, block: Quote) -> tuple[str, str] | None:
        """Find the text that a block quotes, and the file it stands in."""
        for folder in (self.project.src_dir, self.project.snippets_dir):
            path = folder / block.path
            if path.is_file():
                source = path.read_text()
                text = symbols.symbol(source, block.symbol) if _python(path) else source
                return None if text is None else (text, block.path)
        return None


def needs(page: Page) -> list[str]:
    """List the programs that a page embeds, or whose values or claims it states."""
    return [it.program for it in (*page.runs, *page.references)]


def read(project: Project) -> Book:
    """Read and parse everything that stands on disk."""
    pages = {
        path.relative_to(project.docs_dir).as_posix(): path
        for path in sorted(project.docs_dir.rglob("*.md"))
    }
    scripts = {
        path.relative_to(project.snippets_dir).as_posix(): path
        for path in sorted(project.snippets_dir.rglob("*.py"))
    }
    return Book(
        project,
        {
            name: parser.parse(path.read_text(), name, f"{project.docs}/{name}")
            for name, path in pages.items()
        },
        {
            name: program.parse(path.read_text(), name, f"{project.snippets}/{name}")
            for name, path in scripts.items()
        },
    )


def select(book: Book, paths: Sequence[Path]) -> tuple[list[Page], list[Program]]:
    """Find the pages and programs that paths name: files or folders; all for none.

    Raises:
        BookError: A path names nothing of the book.
    """
    project = book.project
    if not paths:
        return list(book.pages.values()), list(book.programs.values())
    pages: list[Page] = []
    programs: list[Program] = []
    unknown: list[Problem] = []
    for given in paths:
        path = given.absolute().with_suffix(
            ".py" if given.suffix == ".out" else given.suffix
        )
        some_pages = [
            it
            for name, it in book.pages.items()
            if _within(project.docs_dir / name, path)
        ]
        some = [
            it
            for name, it in book.programs.items()
            if _within(project.snippets_dir / name, path)
        ]
        if not some_pages and not some:
            folders = f"{project.docs}/ and {project.snippets}/"
            fact = "no page or program of the book"
            unknown.append(
                Problem(str(given), fact, (f"pages and programs are in {folders}",))
            )
        pages += some_pages
        programs += some + book.used_by(some_pages)
    if unknown:
        raise BookError(unknown)
    return list({it.path: it for it in pages}.values()), list(
        {it.path: it for it in programs}.values()
    )


def _within(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


def _python(path: Path) -> bool:
    return path.suffix == ".py"


def blocks(page: Page) -> Iterator[tuple[int, str, str]]:
    """List every block of code of a page: line, class, what it shows."""
    for part in page.parts:
        if isinstance(part, Run):
            yield part.line, "executed", f"{part.program}:{part.cell}".rstrip(":")
        elif isinstance(part, Quote):
            yield part.line, "quoted", f"{part.path}:{part.symbol}".rstrip(":")
        elif isinstance(part, Shown):
            yield part.line, "shown", part.reason
