"""What is wrong with a book before anything runs."""

from collections import defaultdict
from collections.abc import Iterator

from galley.child.script import lines
from galley.problems import Problem, suggest
from galley.source import symbols
from galley.source.book import Book
from galley.source.page import Page, Quote, Run


def problems(book: Book) -> list[Problem]:
    """List all that is wrong with a book before anything runs."""
    return [
        *(problem for it in book.pages.values() for problem in it.problems),
        *(problem for it in book.programs.values() for problem in it.problems),
        *broken(book),
    ]


def broken(book: Book) -> Iterator[Problem]:
    """Find what pages ask for and programs lack, and what no page shows."""
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
        if not any(text in line for line in lines(cell.source)):
            yield Problem(place, f"no line to highlight contains `{text}`")
    if run.replay is not None and run.replay not in script.names("data"):
        yield Problem(
            place,
            f'no data cell "{run.replay}" in {book.program_place(run.program)}',
            suggest(run.replay, script.names("data"), "data cells"),
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
            details = suggest(
                block.symbol, symbols.symbols(path.read_text()), "symbols"
            )
            yield Problem(place, f'no symbol "{block.symbol}" in {block.path}', details)
        else:
            folders = f"{book.project.src}/ and {book.project.snippets}/"
            yield Problem(place, f"no file {block.path} in {folders}")
    else:
        for text in block.highlights:
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
        if run.again:
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
            replayed[run.program].add(run.replay or "")
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
