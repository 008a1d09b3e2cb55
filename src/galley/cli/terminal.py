"""What commands share: how they run programs, and how they show what came of it."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from difflib import unified_diff
from pathlib import Path

import click

from galley.accepted import ci
from galley.child.result import Figure, Result
from galley.child.script import lines
from galley.problems import BookError, Place, Problem, refused
from galley.run.executor import Executor, Runs
from galley.run.progress import progress
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source.book import Book
from galley.source.program import Program


@contextmanager
def reporting(github: bool = False) -> Iterator[None]:
    """Print the problems of a book, and leave with exit code 1."""
    try:
        try:
            yield
        except BrokenPipeError:
            raise  # `| head` has read enough: click ends without a word
        except OSError as error:
            raise BookError([refused(error, Path.cwd())]) from error
    except BookError as error:
        if github:
            click.echo(ci.github(error.problems))
        click.echo(str(error), err=True)
        sys.exit(1)


def one(book: Book, path: Path) -> Program:
    """Find the one program that a path names."""
    _, programs = books.select(book, [path])
    if len(programs) != 1:
        fact = f"{len(programs)} programs, and this command takes one"
        raise BookError(
            [Problem(Place(str(path)), fact, tuple(p.path for p in programs))]
        )
    return programs[0]


def run(
    book: Book,
    programs: list[Program],
    again: bool = False,
    hash_seed: int = 0,
    dask: str | None = None,
) -> dict[str, Result]:
    """Run programs that are not kept, or all of them again.

    Args:
        book: The book.
        programs: What to run.
        again: Run what is kept, too.
        hash_seed: Which of the warm parents to use. In the second one, hidden cells run
            among the shown ones, as in Python and Jupyter.
        dask: The address of a scheduler, to run them there.
    """
    if dask is not None:
        with progress(len(programs)) as tell:
            return find_or_run(book, programs, _cluster(dask), tell, again)
    with warm(hash_seed) as executor, progress(len(programs)) as tell:
        return find_or_run(book, programs, executor, tell, again)


def warm(hash_seed: int = 0, go_on: bool = False) -> AbstractContextManager[Executor]:
    """Start an executor, or take the one that is lent.

    Who calls the command from Python may lend warm ones: of hash seeds 0 and 1, and one
    that goes on after a false claim.
    """
    lent: list[Executor] | None = click.get_current_context().find_object(list)
    if lent:
        return nullcontext(lent[2 if go_on else hash_seed])
    return Executor(hash_seed, together=bool(hash_seed), go_on=go_on)


def _cluster(address: str) -> Runs:
    """Load what only a cluster needs."""
    try:
        from galley.run.dask import Cluster
    except ModuleNotFoundError as error:
        fact = f"the package `{error.name}` is not installed"
        command = "pip install --constraint constraints.txt --editable .[dask]"
        raise BookError([Problem(Place("--dask"), fact, (), command)]) from error
    return Cluster(address)


def print_outputs(program: Program, results: dict[str, Result]) -> None:
    """Print what each cell of a program produced."""
    result = results.get(program.path, Result())
    for cell in program.cells:
        for output in result.outputs.get(cell.name, ()):
            click.secho(f"# %% {cell.name}", dim=True)
            if isinstance(output, Figure):
                click.echo("\n".join(output.data))
            else:
                click.echo(output.text.rstrip("\n"))


def print_diff(name: str, old: str, new: str) -> None:
    """Print how an accepted text has changed, in colours."""
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in unified_diff(
        lines(old), lines(new), f"{name} (was)", name, "", "", 2, ""
    ):
        click.secho(line, fg=colours.get(line[:1]))
