"""The command `galley doubt`: which claims does nothing make false?"""

from pathlib import Path

import click

from galley.accepted import check, doubt
from galley.bound.book import bind
from galley.cli import terminal
from galley.problems import BookError
from galley.project import Project
from galley.run.progress import progress
from galley.source import book as books
from galley.source import rules
from galley.source.page import Page

EVERY = 10.0
"""Seconds between two lines of progress, where there is no terminal."""


@click.command("doubt")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--most", default=40, show_default=True, help="Changes of each program at most."
)
@click.option("--seed", default=0, show_default=True, help="What chance begins with.")
@click.option(
    "--matrix",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="Try them all, and write which change makes which claim false.",
)
def command(paths: tuple[Path, ...], most: int, seed: int, matrix: Path | None) -> None:
    """Change programs, and list the claims that no change makes false.

    Numbers, truth values and operators of shown cells and of the data of figures are
    changed, conditions and signs turned round, statements, calls, indices and arguments
    removed or exchanged, one at a time, and what is near to a claim first. A program is
    done with when each of its claims was false once. Each changed program may take ten
    times as long as the program itself, and 2 s in any case; what that makes at most is
    said before it begins.

    Claims that nothing can make false stand in snippets/doubts.txt with the reason.

    \b
    Examples:
      galley doubt docs/growth.md
      galley doubt --most 200 --matrix double.txt snippets/growth/double.py
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        ours = {it.path for it in programs}
        pages = pages or [it for it in book.pages.values() if ours & {*books.needs(it)}]
        beside = {name for page in pages for name in books.needs(page)}
        results = terminal.run(
            book, [book.programs[it] for it in sorted(ours | beside)]
        )
        bound = bind(book, results, pages)
        found = [*rules.problems(book), *check.verify(bound, programs)]
        if wrong := check.concerning(book, pages, programs, found):
            raise BookError(wrong)
        sound = [it for it in programs if it.path in results and it.names("claim")]
        wanted = {it.path: doubt.changes(it, seed) for it in sound}
        counts = {path: min(most, len(it)) for path, it in wanted.items()}
        total = sum(counts.values())
        longest = sum(counts[it.path] * doubt.limit(it, results) for it in sound)
        minutes = longest / book.project.workers / 60
        click.echo(
            f"{len(sound)} programs, at most {total} changes, "
            f"and at most {minutes:.0f} minutes",
            err=True,
        )
        with terminal.warm(go_on=True) as executor, progress(total, EVERY) as tell:
            whole = matrix is not None
            tried = doubt.tried(
                book.project, wanted, results, executor, most, tell, whole
            )
        if matrix:
            matrix.write_text(doubt.table(tried))
        problems = list(doubt.problems(bound, tried))
        click.echo(_summary(pages, tried))
        if problems:
            raise BookError(problems)


def _summary(pages: list[Page], tried: doubt.Matrix) -> str:
    """Count the claims that were false at least once."""
    stated = {(it.program, it.name) for page in pages for it in page.claims}
    heard = [tried[path][name] for path, name in sorted(stated) if path in tried]
    false = sum(bool(it.false) for it in heard)
    return f"{len(heard)} claims, {false} false with some change"
