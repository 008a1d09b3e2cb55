"""The command `galley run`: run programs as a build would."""

from pathlib import Path

import click

from galley.accepted import check, costs
from galley.cli import terminal
from galley.cli.options import Paths, paths
from galley.problems import BookError
from galley.project import Project
from galley.source import book as books


@click.command("run")
@paths
@click.option("--profile", is_flag=True, help="Name the programs that cost most.")
@click.option("--dask", metavar="ADDRESS", help="Run on this scheduler's workers.")
def command(paths: Paths, profile: bool, dask: str | None) -> None:
    """Run programs as a build would, and print what one produces or what all cost.

    What PATHS name runs again. Without PATHS, what is not kept of the whole book runs,
    and a profile has the costs of the runs that made what is kept.

    \b
    Examples:
      galley run snippets/growth/double.py
      galley run --profile
      galley run --dask tcp://10.0.0.1:8786
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        _, programs = books.select(book, paths)
        results = terminal.run(book, programs, again=bool(paths), dask=dask)
        if len(programs) == 1 and not profile:
            terminal.print_outputs(programs[0], results)
        if profile:
            click.echo(costs.profile(book, programs, results))
        problems = [it for program in programs for it in program.problems]
        for program in programs:
            result = results.get(program.path)
            if result and result.failure:
                problems.append(check.failed(book, program, result.failure))
        if problems:
            raise BookError(problems)
        click.secho(costs.summary(results), dim=True)
