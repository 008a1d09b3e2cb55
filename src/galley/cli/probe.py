"""The command `galley probe`: which outputs would be others elsewhere?"""

from pathlib import Path

import click

from galley.accepted import probe
from galley.bound.book import bind
from galley.cli import terminal
from galley.cli.options import Paths, paths
from galley.problems import BookError
from galley.project import Project
from galley.run.progress import progress
from galley.source import book as books


@click.command("probe")
@paths
def command(paths: Paths) -> None:
    """Run programs with other instruction sets, thread counts and hash seeds.

    Lists each output that changes, and in which digit: on another machine it may be
    another. Fails where one changes and its program has no comment `# varies: reason`.
    Writes and keeps nothing; every program runs four times.

    \b
    Examples:
      galley probe docs/growth.md
      galley probe snippets/growth/double.py
    """
    with terminal.reporting():
        book = books.read(Project.find(Path.cwd()))
        _, programs = books.select(book, paths)
        results = terminal.run(book, programs)
        sound = [it for it in programs if it.path in results]
        with progress(len(sound) * len(probe.SETTINGS)) as tell:
            others = probe.run(book.project, sound, tell)
        bound = bind(book, results)
        changed = {setting: bind(book, it) for setting, it in others.items()}
        found = [it for p in sound for it in probe.judged(p, bound, changed)]
        known = {book.program_place(it.path): probe.reason(it) for it in programs}
        for problem in found:
            if why := known[problem.place]:
                click.echo(f"{problem.place}: {problem.fact}: {why}")
        if problems := [it for it in found if not known[it.place]]:
            raise BookError(problems)
        click.echo(
            f"{len(results)} programs, {len(probe.SETTINGS)} settings, "
            f"{len(found)} outputs that change for a reason"
        )
