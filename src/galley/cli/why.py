"""The command `galley why`: will the next build run a program again?"""

from pathlib import Path

import click

from galley.cli import terminal
from galley.project import Project
from galley.run.cache import Cache
from galley.run.inputs import Inputs
from galley.source import book as books


@click.command("why")
@click.argument("program", type=click.Path(path_type=Path))
def command(program: Path) -> None:
    """Say whether the next build will run PROGRAM again, and why.

    \b
    Example:
      galley why snippets/growth/double.py
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        script = terminal.one(book, program)
        inputs = Inputs(book.project)
        cache = Cache(book.project, inputs)
        if cache.load(script):
            click.echo(f"{program}: kept, runs again when any of these changes:")
            for name in inputs.of(script):
                click.echo(f"  {name}")
        else:
            click.echo(f"{program}: will run")
            reasons = cache.reasons(script) or ["no result is kept for this text with:"]
            for reason in reasons:
                click.echo(f"  {reason}")
        for name, fact in cache.facts.items():
            click.echo(f"  {name} {fact}")
