"""All pages and programs of a book, and the rules that need no run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from galley import page, program, quote
from galley.errors import BookError, Problem, suggest
from galley.page import ClaimRef, Page, Quote, Run, Shown, ValueRef
from galley.program import Program
from galley.project import Project


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
    problems: tuple[Problem, ...] = field(default=())
    """What is wrong before anything runs."""

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
                text = quote.symbol(source, block.symbol) if _python(path) else source
                return None if text is None else (text, block.path)
        return None


def needs(page: Page) -> list[str]:
    """List the programs that a page embeds, or whose values or claims it states."""
    return [it.program for it in (*page.runs, *page.references)]


def read(project: Project) -> Book:
    """Read and parse everything, and apply the rules that need no run."""
    pages = {
        path.relative_to(project.docs_dir).as_posix(): path
        for path in sorted(project.docs_dir.rglob("*.md"))
    }
    scripts = {
        path.relative_to(project.snippets_dir).as_posix(): path
        for path in sorted(project.snippets_dir.rglob("*.py"))
    }
    book = Book(
        project,
        {
            name: page.parse(path.read_text(), name, f"{project.docs}/{name}")
            for name, path in pages.items()
        },
        {
            name: program.parse(path.read_text(), name, f"{project.snippets}/{name}")
            for name, path in scripts.items()
        },
    )
    return judged(book)


def judged(book: Book) -> Book:
    """Find what is wrong with a book that was just parsed, or changed."""
    problems = [
        *(problem for it in book.pages.values() for problem in it.problems),
        *(problem for it in book.programs.values() for problem in it.problems),
        *_rules(book),
    ]
    return replace(book, problems=tuple(problems))


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


def _rules(book: Book) -> Iterator[Problem]:
    for it in book.pages.values():
        for part in it.parts:
            if isinstance(part, Run):
                yield from _embeds(book, it, part)
            elif isinstance(part, Quote):
                yield from _quotes(book, it, part)
        yield from _order(book, it)
        for reference in it.references:
            if reference.program not in book.programs:
                yield _missing(book, it, reference.line, reference.program)
        for claim in it.claims:
            script = book.programs.get(claim.program)
            if script and claim.name not in script.names("claim"):
                yield Problem(
                    book.place(it, claim.line),
                    f"no claim `{claim.name}` in {book.program_place(claim.program)}",
                    suggest(claim.name, script.names("claim"), "claims"),
                )
    yield from _unused(book)


def _missing(book: Book, page: Page, line: int, path: str) -> Problem:
    chapter = path.rpartition("/")[0]
    known = [name for name in book.programs if name.startswith(f"{chapter}/")]
    return Problem(
        book.place(page, line),
        f"no program {book.program_place(path)}",
        suggest(path, known or list(book.programs), "programs"),
    )


def _embeds(book: Book, page: Page, run: Run) -> Iterator[Problem]:
    place = book.place(page, run.line)
    script = book.programs.get(run.program)
    if not script:
        yield _missing(book, page, run.line, run.program)
        return
    if script.problems:
        return
    cell = script.cell(run.cell)
    if not cell:
        yield Problem(
            place,
            f'no cell "{run.cell}" in {book.program_place(run.program)}',
            suggest(run.cell, script.names("code"), "cells"),
        )
        return
    for text in run.highlights:
        if not any(text in line for line in cell.source.splitlines()):
            yield Problem(place, f"no line to highlight contains `{text}`")
    replayed = run.options.get("replay")
    if replayed is not None and replayed not in script.names("data"):
        yield Problem(
            place,
            f'no data cell "{replayed}" in {book.program_place(run.program)}',
            suggest(replayed, script.names("data"), "data cells"),
        )


def _quotes(book: Book, page: Page, block: Quote) -> Iterator[Problem]:
    place = book.place(page, block.line)
    if block.path in book.programs:
        yield Problem(
            place,
            f"a program's cell is quoted, not executed: {block.path}",
            command='add the option exec="on"',
        )
    elif (quoted := book.quoted(block)) is None:
        path = book.project.src_dir / block.path
        if path.is_file():
            details = suggest(block.symbol, quote.symbols(path.read_text()), "symbols")
            yield Problem(place, f'no symbol "{block.symbol}" in {block.path}', details)
        else:
            folders = f"{book.project.src}/ and {book.project.snippets}/"
            yield Problem(place, f"no file {block.path} in {folders}")
    else:
        for text in block.options.get("hl", "").split(" | "):
            if text not in quoted[0]:
                yield Problem(place, f"no line to highlight contains `{text}`")


def _order(book: Book, page: Page) -> Iterator[Problem]:
    """A page shows a program's cells in order, each once, and finishes one first."""
    last: dict[str, int] = {}
    current = ""
    for run in page.runs:
        script = book.programs.get(run.program)
        cell = script.cell(run.cell) if script else None
        if not script or not cell:
            continue
        index = script.cells.index(cell)
        place = book.place(page, run.line)
        if run.options.get("again") == "on":
            continue
        if index <= last.get(run.program, -1):
            how = "twice" if index == last[run.program] else "out of order"
            yield Problem(
                place,
                f"the cell `{cell.name}` of {run.program} is shown {how}",
                ('say so where it is meant: again="on"',),
            )
        elif run.program != current and run.program in last:
            yield Problem(
                place,
                f"{run.program} goes on after another program began",
                ("finish one program before the next: a notebook has one memory",),
            )
        last[run.program] = max(index, last.get(run.program, -1))
        current = run.program


def _unused(book: Book) -> Iterator[Problem]:
    """Every cell of every program is shown, and every claim stated, on some page."""
    shown: dict[str, set[str]] = defaultdict(set)
    stated: dict[str, set[str]] = defaultdict(set)
    replayed: dict[str, set[str]] = defaultdict(set)
    for it in book.pages.values():
        for run in it.runs:
            script = book.programs.get(run.program)
            if script and (cell := script.cell(run.cell)):
                shown[run.program].add(cell.name)
            replayed[run.program].add(run.options.get("replay", ""))
        for claim in it.claims:
            stated[claim.program].add(claim.name)
    for path, script in book.programs.items():
        if script.problems:
            continue
        if path not in shown:
            yield Problem(book.program_place(path, 1), "a program that no page shows")
            continue
        used = {"code": shown[path], "claim": stated[path], "data": replayed[path]}
        fact = {
            "code": "the cell `{}` is shown on no page",
            "claim": "the claim `{}` is stated on no page",
            "data": "the data `{}` is replayed on no page",
        }
        for cell in script.cells:
            if cell.name not in used[cell.kind]:
                place = book.program_place(path, cell.line)
                yield Problem(place, fact[cell.kind].format(cell.name))


def blocks(page: Page) -> Iterator[tuple[int, str, str]]:
    """List every block of code of a page: line, class, what it shows."""
    for part in page.parts:
        if isinstance(part, Run):
            yield part.line, "executed", f"{part.program}:{part.cell}".rstrip(":")
        elif isinstance(part, Quote):
            yield part.line, "quoted", f"{part.path}:{part.symbol}".rstrip(":")
        elif isinstance(part, Shown):
            yield part.line, "shown", part.reason
