"""The command `galley blocks`: why may each block of code be believed?"""

from pathlib import Path

import click

from galley.accepted import check
from galley.cli import terminal
from galley.cli.options import Paths, paths
from galley.project import Project
from galley.source import book as books


@click.command("blocks")
@paths
def command(paths: Paths) -> None:
    """List every block of code of every page, and why it may be believed.

    \b
    Classes: executed, fails (as it is expected to), quoted, shown (for a reason).

    \b
    Example:
      galley blocks docs/growth.md
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, _ = books.select(book, paths)
        for page in pages:
            for line, kind, what in check.manifest(book, page):
                click.echo(f"{book.place(page, line)!s:<44} {kind:<9} {what}")
