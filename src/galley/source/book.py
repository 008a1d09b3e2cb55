"""All pages and programs of a book, as they stand on disk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from galley.problems import BookError, Place, Problem
from galley.project import Project
from galley.source import parser, program, symbols
from galley.source.files import sources, text
from galley.source.page import Page, Quote, Run, Shown
from galley.source.program import Program


@dataclass(frozen=True)
class Book:
    """What stands on disk, parsed."""

    project: Project
    pages: dict[str, Page]
    """By path relative to the folder of the pages."""
    programs: dict[str, Program]
    """By path relative to the folder of the programs; all, embedded or not."""

    def place(self, page: Page, line: int = 0) -> Place:
        """Name a page, or a line of it, in a message."""
        return Place(f"{self.project.docs}/{page.path}", line)

    def program_place(self, path: str, line: int = 0) -> Place:
        """Name a program, or a line of it, in a message."""
        return Place(f"{self.project.snippets}/{path}", line)

    def accepted_place(self, program: str) -> Place:
        """Name in a message what a program is accepted to produce."""
        return self.program_place(str(PurePosixPath(program).with_suffix(".out")))

    def accepted_path(self, program: str) -> Path:
        """Say where stands what a program is accepted to produce."""
        return self.project.root / self.accepted_place(program).file

    def files_of(self, program: str) -> set[str]:
        """Name the program and what it is accepted to produce."""
        return {self.program_place(program).file, self.accepted_place(program).file}

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
    pages = sources(project.docs_dir, ".md")
    scripts = sources(project.snippets_dir, ".py")
    return Book(
        project,
        {name: _page(project, name, path) for name, path in pages.items()},
        {name: _program(project, name, path) for name, path in scripts.items()},
    )


def _page(project: Project, name: str, path: Path) -> Page:
    place = Place(f"{project.docs}/{name}")
    source, unreadable = text(path, place)
    if unreadable:
        return Page(name, {}, (), unreadable)
    return parser.parse(source, name, place.file)


def _program(project: Project, name: str, path: Path) -> Program:
    place = Place(f"{project.snippets}/{name}")
    source, unreadable = text(path, place)
    if unreadable:
        return Program(name, "", (), "", unreadable)
    return program.parse(source, name, place.file)


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
                Problem(
                    Place(str(given)), fact, (f"pages and programs are in {folders}",)
                )
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
