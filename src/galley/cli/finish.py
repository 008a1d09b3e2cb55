"""The command `galley finish`: complete what a generator built."""

from pathlib import Path

import click

from galley.bound.book import bind
from galley.cli import terminal
from galley.project import Project
from galley.source import book as books


@click.command("finish")
@click.argument("site", type=click.Path(path_type=Path, file_okay=False, exists=True))
def command(site: Path) -> None:
    """Complete the HTML below SITE, which a generator made of the flavour `site`.

    Figures and formulas take their places, terms are explained, and what readers can
    take along is added.

    \b
    Example:
      galley finish /tmp/site
    """
    from galley.html import folders

    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        results = terminal.run(book, book.used_by(book.pages.values()))
        count = folders.complete(bind(book, results), site)
        click.echo(f"{count} pages finished below {site}")
