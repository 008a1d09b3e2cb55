"""Change one thing at a time, run the real check, and print what it did not see."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from galley.accepted import check
from galley.bound.book import bind
from galley.project import Project
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source import rules
from galley.source.reasons import Reasons

from . import accepted, programs, prose, said, tex
from .trial import Mutant, Outcome, Sound, Trial

LIST = Path(__file__).with_name("known.txt")
"""The changes that the check cannot see, each with its reason."""
EVERY = 20.0
"""Seconds between two lines of progress, where there is no terminal."""


@click.command()
@click.argument("kinds", nargs=-1, metavar="[KIND]...")
@click.option("--sample", type=int, help="Try so many of each kind, drawn by chance.")
@click.option("--within", default="", help="Only in files whose name has this in it.")
@click.option("--seed", default=0, show_default=True, help="What chance begins with.")
def main(kinds: tuple[str, ...], sample: int | None, within: str, seed: int) -> None:
    """Change the book, one thing at a time, and list what the check does not see.

    KIND is one of: accepted, value, claim, digit, equation, sentence, alt, block,
    quote, highlight, formula, dollar, program; all for none.
    """
    random = Random(seed)
    with Executor() as executor, tempfile.TemporaryDirectory() as folder:
        sound = _sound(executor, Path(folder))
        outcomes: list[Outcome] = []
        for kind, (listed, judged) in _kinds(sound, executor, random).items():
            if kinds and kind not in kinds:
                continue
            found = [it for it in listed if within in it[0].file]
            if sample is not None:
                found = random.sample(found, min(sample, len(found)))
            outcomes += _shown(judged(found), kind, len(found))
    complete = sample is None and not kinds and not within
    sys.exit(_report(outcomes, complete))


def _shown(tried: Iterator[Outcome], kind: str, total: int) -> Iterator[Outcome]:
    """Show how far a kind is: a bar on a terminal, a line now and then elsewhere."""
    console = Console(stderr=True)
    if console.is_terminal:
        yield from track(tried, kind, total, console=console, transient=True)
        return
    said = time.monotonic()
    for number, outcome in enumerate(tried, start=1):
        yield outcome
        if time.monotonic() > said + EVERY:
            said = time.monotonic()
            console.print(f"{kind} [{number}/{total}]", highlight=False, markup=False)


def _sound(executor: Executor, folder: Path) -> Sound:
    """Read the book, find its results, and copy what is to be written into."""
    book = books.read(Project.find(Path.cwd()))
    results = find_or_run(book, book.programs.values(), executor)
    problems = [
        *rules.problems(book),
        *check.verify(bind(book, results), book.programs.values()),
    ]
    if problems:
        sys.exit(f"{len(problems)} problems before anything was changed: galley check")
    shutil.copytree(book.project.snippets_dir, folder / "snippets")
    (folder / "cache").mkdir()
    project = replace(
        book.project, snippets=str(folder / "snippets"), cache=str(folder / "cache")
    )
    return Sound(book, results, replace(book, project=project))


Made = tuple[Mutant, Any]
Kind = tuple[Iterator[Made], Callable[[Sequence[Made]], Iterator[Outcome]]]
"""The mutants of one kind with what makes them, and what tries some of them."""


def _kinds(sound: Sound, executor: Executor, random: Random) -> Mapping[str, Kind]:
    def one_by_one(trials: Sequence[Trial]) -> Iterator[Outcome]:
        return ((mutant, seen()) for mutant, seen in trials)

    scripts = sound.book.programs.values()
    return {
        "accepted": (accepted.trials(sound, random), one_by_one),
        "value": (prose.trials(sound, "value"), one_by_one),
        "claim": (prose.trials(sound, "claim"), one_by_one),
        **{it: (said.trials(sound, it), one_by_one) for it in said.KINDS},
        "formula": (tex.formulas_of(sound), partial(tex.rendered, sound)),
        "dollar": (tex.dollars(sound), one_by_one),
        "program": (
            (it for script in scripts for it in programs.changes(sound.book, script)),
            partial(programs.run, sound, executor),
        ),
    }


def _report(outcomes: Sequence[Outcome], complete: bool) -> int:
    """Print a table and what survived without a reason; return the exit code."""
    known = Reasons.read(LIST)
    survivors = [mutant for mutant, seen in outcomes if not seen]
    print(f"{'kind':<10} {'mutants':>8} {'caught':>8} {'known':>8} {'survivors':>10}")
    for kind in dict.fromkeys(mutant.kind for mutant, _ in outcomes):
        ours = [seen for mutant, seen in outcomes if mutant.kind == kind]
        left = [known.covers(it.name) for it in survivors if it.kind == kind]
        counts = len(ours), sum(ours), sum(left), len(left) - sum(left)
        print(
            f"{kind:<10} {counts[0]:>8} {counts[1]:>8} {counts[2]:>8} {counts[3]:>10}"
        )
    new = [it for it in survivors if not known.covers(it.name)]
    for mutant in sorted(new, key=lambda it: (it.file, it.line)):
        print(f"survived: {mutant.place}")
    # Only a complete run can say that nobody needs a line of the list.
    idle = known.idle(it.name for it in survivors) if complete else []
    for line in idle:
        print(f"now seen, or gone: {line}\n  → remove it from {LIST.name}")
    return 1 if new or idle else 0


if __name__ == "__main__":
    main()
