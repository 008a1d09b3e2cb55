"""Show programs as they end: a bar on a terminal, plain lines elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from galley.child.result import Result
from galley.source.program import Program

Tell = Callable[[Program, Result, bool], None]
"""Told of each program as it ends: the program, its result, whether it was kept."""


@contextmanager
def progress(total: int, every: float = 0.0) -> Iterator[Tell]:
    """Give a function that is to be told of each of `total` programs as it ends.

    Args:
        total: How many there are.
        every: Where there is no terminal, seconds between two lines at least.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(console, total, every)
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


def _lines(console: Console, total: int, every: float) -> Tell:
    """Write a line for each program that really ran."""
    done, said = 0, 0.0

    def line(program: Program, result: Result, kept: bool) -> None:
        nonlocal done, said
        done += 1
        if not kept and time.monotonic() - said >= every:
            said = time.monotonic()
            text = f"[{done}/{total}] {program.path} {result.seconds:.2f} s"
            console.print(text, highlight=False, markup=False, soft_wrap=True)

    return line
