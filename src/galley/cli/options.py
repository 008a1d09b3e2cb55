"""What several commands take."""

from pathlib import Path

import click

Paths = tuple[Path, ...]
paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
FOLDER = click.Path(exists=True, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, writable=True)
