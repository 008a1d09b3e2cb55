"""What several commands take."""

from importlib import metadata
from pathlib import Path

import click

Paths = tuple[Path, ...]
paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
FOLDER = click.Path(exists=True, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, writable=True)


def version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Say the version of whatever distribution brought the engine here."""
    if wanted:
        name = metadata.packages_distributions()["galley"][0]
        click.echo(f"galley, version {metadata.version(name)}")
        context.exit()
