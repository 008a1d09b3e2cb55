"""The command `galley accept`: run programs again, and stand for what they produce."""

import os
from pathlib import Path

import click

from galley.accepted import accept, check
from galley.bound.book import bind
from galley.cli import terminal
from galley.cli.options import Paths
from galley.problems import BookError
from galley.project import Project
from galley.source import book as books
from galley.source import rules


@click.command("accept")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--costs", "renew", is_flag=True, help="Accept what they cost now, too.")
def command(paths: Paths, renew: bool) -> None:
    """Run the programs of PATHS again, twice, and accept what they produce.

    Shows what changed in the accepted outputs: read it, then commit it. A program that
    fails, or whose two runs differ, is refused, and nothing of it is written. Accepting
    is a person's decision: where the variable CI is set, this command refuses.

    An output that is as it was keeps the cost that it was accepted with, unless --costs
    asks for the new one.

    \b
    Examples:
      galley accept snippets/growth/double.py
      galley accept docs/growth.md
      galley accept --costs snippets/growth
    """
    if os.environ.get("CI"):
        raise click.ClickException(
            "CI does not accept outputs: a person reads them first"
        )
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        problems = check.concerning(book, pages, programs, rules.problems(book))
        # Another process with another hash seed: what changes is not reproducible.
        first, second = (
            bind(book, terminal.run(book, programs, again=True, hash_seed=n))
            for n in (1, 0)
        )
        problems += accept.refusals(programs, first, second)
        refused = {(it.cause or it.place).file for it in problems}
        sound = [p for p in programs if book.program_place(p.path).file not in refused]
        count = 0
        for name, old, new in accept.accept(second, sound, renew):
            terminal.print_diff(name, old, new)
            count += 1
        click.echo(
            f"{count} accepted outputs written, {len(sound) - count} as they were"
        )
        if problems:
            raise BookError(problems)
