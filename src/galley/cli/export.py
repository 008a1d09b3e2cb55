"""The command `galley export`: write the expanded pages."""

from pathlib import Path

import click

from galley.accepted import check
from galley.bound.book import bind
from galley.cli import terminal
from galley.cli.options import FOLDER
from galley.problems import BookError, Place, Problem
from galley.project import Project
from galley.source import book as books
from galley.source import rules


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--flavour",
    type=click.Choice(["portable", "test", "notebook", "site"]),
    default="portable",
    show_default=True,
    help="Markdown with figures, Markdown for pytest-codeblocks, notebooks, or what "
    "any generator of sites can build.",
)
@click.option(
    "--theme", multiple=True, type=FOLDER, help="A folder of the theme, for `site`."
)
def command(folder: Path, flavour: str, theme: tuple[str, ...]) -> None:
    """Write the expanded pages below FOLDER, outside the book's own folders.

    The flavour `site` is for a generator that knows nothing of galley; what it builds,
    `galley finish` completes.

    \b
    Examples:
      galley export /tmp/book
      galley export --flavour notebook /tmp/notebooks
    """
    from galley.render import files as exports

    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        if folder.absolute().is_relative_to(book.project.docs_dir):
            fact = "the pages would become pages of the book"
            raise BookError(
                [Problem(Place(str(folder)), fact, (), "name another folder")]
            )
        if problems := rules.problems(book):
            raise BookError(problems)
        pages = list(book.pages.values())
        programs = book.used_by(pages)
        # The test flavour is what is accepted, and holds it against a run of its own.
        results = {} if flavour == "test" else terminal.run(book, programs)
        bound = bind(book, results)
        if results and (problems := check.verify(bound, programs)):
            raise BookError(problems)
        if flavour == "site":
            from galley.html import folders

            count = folders.write(bound, folder, theme)
        else:
            count = exports.write(bound, flavour, folder)
        click.echo(f"{count} files written below {folder}")
