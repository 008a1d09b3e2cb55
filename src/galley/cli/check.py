"""The command `galley check`: is what programs produce still accepted?"""

from pathlib import Path

import click

from galley.accepted import baseline, check, ci, costs
from galley.bound.book import bind
from galley.cli import terminal
from galley.cli.options import FILE, Paths, paths
from galley.problems import BookError, Problem
from galley.project import Project
from galley.source import book as books
from galley.source import rules
from galley.source.book import Book


@click.command("check")
@paths
@click.option("--github", is_flag=True, help="Annotate the lines on GitHub.")
@click.option("--junit", type=FILE, help="Write the outcome as JUnit XML.")
@click.option("--patch", type=FILE, help="Write new outputs as a patch for git apply.")
@click.option(
    "--base", help="A revision: tell which drift is there without the change."
)
def command(
    paths: Paths,
    github: bool,
    junit: Path | None,
    patch: Path | None,
    base: str | None,
) -> None:
    """Hold what programs produce now against what is accepted.

    Writes nothing but what an option names. Without PATHS the whole book is checked.
    Programs whose inputs have not changed are not run again.

    \b
    Examples:
      galley check
      galley check docs/growth.md
      galley check snippets/growth/double.py
      galley check --github --patch new-outputs.patch --base origin/main
    """
    with terminal.reporting(github):
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        results = terminal.run(book, programs)
        bound = bind(book, results)
        found = [*rules.problems(book), *check.verify(bound, programs)]
        found += costs.over_budget(book)
        problems = check.concerning(book, pages, programs, found) if paths else found
        if junit:
            junit.write_text(ci.junit(programs, problems, book))
        if patch:
            patch.write_text(ci.patch(bound, programs))
        if problems:
            raise BookError(_told_apart(book, problems, base) if base else problems)
        click.echo(check.summary(pages, results))


def _told_apart(book: Book, problems: list[Problem], base: str) -> list[Problem]:
    """Say of each drift whether the base, run here and now, drifts too."""
    with baseline.checkout(book.project, base) as project:
        before = books.read(project)
        paths = [it for it in before.programs if _drifts(book, it, problems)]
        programs = [before.programs[path] for path in paths]
        results = terminal.run(before, programs)
        also = {it.place for it in check.verify(bind(before, results), programs)}
    return [baseline.marked(it, base, it.place in also) for it in problems]


def _drifts(book: Book, path: str, problems: list[Problem]) -> bool:
    return any(it.place == book.accepted_place(path) for it in problems)
