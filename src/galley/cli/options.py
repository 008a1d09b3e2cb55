"""What several commands take."""

from importlib import metadata
from pathlib import Path

import click

Paths = tuple[Path, ...]
paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
FOLDER = click.Path(exists=True, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, writable=True)


def installed() -> tuple[str, str]:
    """Name the distribution that brought the engine here, and its version."""
    name = metadata.packages_distributions()["galley"][0]
    return name, metadata.version(name)


def version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Say the version of the engine, and end."""
    if wanted:
        click.echo(f"galley, version {installed()[1]}")
        context.exit()
