"""The command `galley`: check, accept, run, why, export, blocks."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from difflib import unified_diff
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from galley import book as books
from galley import check as checks
from galley.book import Book
from galley.cache import Cache
from galley.errors import BookError, Problem
from galley.execute import Executor
from galley.program import Program
from galley.project import Project
from galley.result import Result

_Paths = tuple[Path, ...]
_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="downhill")
def main() -> None:
    """Run the programs of a book, and prove that its pages say what they produce.

    A book is the nearest folder, here or above, whose pyproject.toml has a table
    [tool.galley]. PATHS are pages, programs, or folders of them.

    Exit codes: 0 all is well, 1 something is wrong with the book (the message says
    where, what, and what to do next), 2 the command was not understood.
    """


@main.command()
@_paths
def check(paths: _Paths) -> None:
    """Hold what programs produce now against what is accepted. Writes nothing.

    Without PATHS the whole book is checked. Programs whose inputs have not changed are
    not run again.

    \b
    Examples:
      galley check
      galley check docs/descent/parabola.md
      galley check snippets/parabola/walk.py
    """
    with _reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        problems = _concerning(book, paths, pages, programs)
        results = _run(book, programs)
        problems += _within(
            book, paths, pages, programs, checks.verify(book, programs, results)
        )
        if problems:
            raise BookError(problems)
        outputs = sum(
            len(it) for result in results.values() for it in result.outputs.values()
        )
        claims = sum(len(result.claims) for result in results.values())
        values = sum(len(page.values) for page in pages)
        click.echo(
            f"{len(programs)} programs, {outputs} outputs, {claims} claims, "
            f"{values} values on {len(pages)} pages: all as accepted"
        )


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def accept(paths: _Paths) -> None:
    """Run the programs of PATHS again, twice, and accept what they produce.

    Shows what changed in the accepted outputs: read it, then commit it. A program that
    fails, or whose two runs differ, is refused, and nothing of it is written. Accepting
    is a person's decision: where the variable CI is set, this command refuses.

    \b
    Examples:
      galley accept snippets/parabola/walk.py
      galley accept docs/descent/parabola.md
    """
    if os.environ.get("CI"):
        raise click.ClickException(
            "CI does not accept outputs: a person reads them first"
        )
    with _reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, programs = books.select(book, paths)
        problems = _concerning(book, paths, pages, programs)
        # Another process with another hash seed: what changes is not reproducible.
        runs = [_run(book, programs, again=True, hash_seed=n) for n in (1, 0)]
        problems += checks.refusals(book, programs, runs)
        refused = {it.place.split(" → ")[-1].partition(":")[0] for it in problems}
        sound = [p for p in programs if book.program_place(p.path) not in refused]
        count = 0
        for name, old, new in checks.accept(book, sound, runs[1]):
            _print_diff(name, old, new)
            count += 1
        click.echo(
            f"{count} accepted outputs written, {len(sound) - count} as they were"
        )
        if problems:
            raise BookError(problems)


@main.command()
@click.argument("program", type=click.Path(path_type=Path))
def run(program: Path) -> None:
    """Run one PROGRAM as a build would, and print what it produces.

    \b
    Example:
      galley run snippets/parabola/walk.py
    """
    with _reporting():
        book = books.read(Project.find(Path.cwd()))
        script = _one(book, program)
        result = _run(book, [script], again=True).get(script.path)
        if result is None:
            raise BookError(script.problems)
        for cell in script.cells:
            for output in result.outputs.get(cell.name, ()):
                click.secho(f"# %% {cell.name}", dim=True)
                figure = output.kind == "figure"
                click.echo(
                    "\n".join(output.data) if figure else output.text.rstrip("\n")
                )
        if result.failure:
            raise BookError([checks.failed(book, script, result)])
        kept = f"{len(result.values)} values, {len(result.claims)} claims hold"
        memory = f"{result.memory / 1e6:.0f} MB"
        click.secho(f"{result.seconds:.2f} s, {memory}, {kept}", dim=True)


@main.command()
@click.argument("program", type=click.Path(path_type=Path))
def why(program: Path) -> None:
    """Say whether the next build will run PROGRAM again, and why.

    \b
    Example:
      galley why snippets/parabola/walk.py
    """
    with _reporting():
        book = books.read(Project.find(Path.cwd()))
        script = _one(book, program)
        cache = Cache(book.project)
        if result := cache.load(script):
            click.echo(f"{program}: kept, runs again when any of these changes:")
            for name in result.reads:
                click.echo(f"  {name}")
        else:
            click.echo(f"{program}: will run")
            reasons = cache.reasons(script) or ["no result is kept for this text with:"]
            for reason in reasons:
                click.echo(f"  {reason}")
        for name, fact in cache.facts.items():
            click.echo(f"  {name} {fact}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--flavour",
    type=click.Choice(["portable", "test", "notebook"]),
    default="portable",
    show_default=True,
    help="Markdown with figures, Markdown for pytest-codeblocks, or notebooks.",
)
def export(folder: Path, flavour: str) -> None:
    """Write the expanded pages below FOLDER, outside the book's own folders.

    \b
    Examples:
      galley export /tmp/book
      galley export --flavour notebook /tmp/notebooks
    """
    from galley import export as exports

    with _reporting():
        book = books.read(Project.find(Path.cwd()))
        if folder.absolute().is_relative_to(book.project.docs_dir):
            fact = "the pages would become pages of the book"
            raise BookError([Problem(str(folder), fact, (), "name another folder")])
        if book.problems:
            raise BookError(book.problems)
        pages = list(book.pages.values())
        programs = book.used_by(pages)
        results = {} if flavour == "test" else _run(book, programs)
        if (
            problems := []
            if flavour == "test"
            else checks.verify(book, programs, results)
        ):
            raise BookError(problems)
        count = exports.write(book, results, flavour, folder)
        click.echo(f"{count} files written below {folder}")


@main.command()
@_paths
def blocks(paths: _Paths) -> None:
    """List every block of code of every page, and why it may be believed.

    \b
    Classes: executed, fails (as it is expected to), quoted, shown (for a reason).

    \b
    Example:
      galley blocks docs/descent/parabola.md
    """
    with _reporting():
        book = books.read(Project.find(Path.cwd()))
        pages, _ = books.select(book, paths)
        for page in pages:
            for line, kind, what in checks.manifest(book, page):
                click.echo(f"{book.place(page, line):<44} {kind:<9} {what}")


@contextmanager
def _reporting() -> Iterator[None]:
    """Print the problems of a book, and leave with exit code 1."""
    try:
        yield
    except BookError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _one(book: Book, path: Path) -> Program:
    _, programs = books.select(book, [path])
    if len(programs) != 1:
        fact = f"{len(programs)} programs, and this command takes one"
        raise BookError([Problem(str(path), fact, tuple(p.path for p in programs))])
    return programs[0]


def _concerning(
    book: Book, paths: _Paths, pages: Iterable[Any], programs: Iterable[Program]
) -> list[Problem]:
    return _within(book, paths, pages, programs, book.problems)


def _within(
    book: Book,
    paths: _Paths,
    pages: Iterable[Any],
    programs: Iterable[Program],
    problems: Iterable[Problem],
) -> list[Problem]:
    """Keep the problems of what was asked for."""
    if not paths:
        return list(problems)
    files = {f"{book.project.docs}/{page.path}" for page in pages}
    files |= {book.program_place(p.path) for p in programs}
    files |= {book.program_place(p.path.removesuffix(".py") + ".out") for p in programs}
    return [it for it in problems if it.place.split(" → ")[0].partition(":")[0] in files
            or it.place.split(" → ")[-1].partition(":")[0] in files]  # fmt: skip


def _run(
    book: Book, programs: list[Program], again: bool = False, hash_seed: int = 0
) -> dict[str, Result]:
    """Run programs that are not kept, or all of them again.

    Args:
        book: The book.
        programs: What to run.
        again: Run what is kept, too.
        hash_seed: Which of the warm parents to use.
    """
    # Who calls the command from Python may lend it warm executors, by hash seed.
    lent: list[Executor] | None = click.get_current_context().find_object(list)
    warm = nullcontext(lent[hash_seed]) if lent else Executor(hash_seed)
    with warm as executor, progress(len(programs)) as tell:
        return checks.run(book, programs, executor, tell, again)


@contextmanager
def progress(total: int) -> Iterator[Callable[[Program, Result | None, bool], None]]:
    """Show programs as they end: a bar on a terminal, else a line for each that ran."""
    console = Console(stderr=True)
    if not console.is_terminal:
        done = 0

        def line(program: Program, result: Result | None, kept: bool) -> None:
            nonlocal done
            done += 1
            if not kept and result:
                click.echo(
                    f"[{done}/{total}] {program.path} {result.seconds:.2f} s", err=True
                )

        yield line
        return
    columns = (
        TextColumn("{task.description:<32.32}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("programs", total=total)
        yield lambda program, *_: bar.update(task, advance=1, description=program.path)


def _print_diff(name: str, old: str, new: str) -> None:
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in unified_diff(
        old.splitlines(), new.splitlines(), f"{name} (was)", name, "", "", 2, ""
    ):
        click.secho(line, fg=colours.get(line[:1]))
