"""Every number, truth value and operator of every program, but not in f-strings.

In a claim every comparison is turned round, and nothing else is changed: a claim that
cannot fail would survive, while one with another bound is only more or less strict.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from galley.run.executor import Executor
from galley.source import mutants
from galley.source.book import Book
from galley.source.mutants import Change
from galley.source.program import Program

from .trial import Mutant, Outcome, Sound, wrong

WORKERS = 2
LIMIT = 20.0
"""Seconds: what is changed may never end."""

_BATCH = 200


def changes(book: Book, program: Program) -> Iterator[tuple[Mutant, Change]]:
    """List every change of one program."""
    file = book.program_place(program.path).file
    for it in mutants.changes(program):
        if it.cell.kind != "claim" or it.new in mutants.COMPARISONS:
            yield Mutant("program", file, it.line, it.said), it


def run(
    sound: Sound, executor: Executor, wanted: Sequence[tuple[Mutant, Change]]
) -> Iterator[Outcome]:
    """Run changed programs and tell of each, as it ends, whether the check sees it.

    The cache is neither asked nor told.
    """
    project = replace(sound.book.project, time_limit=LIMIT, workers=WORKERS)
    for first in range(0, len(wanted), _BATCH):
        some = wanted[first : first + _BATCH]
        changed = [change.made() for _, change in some]
        named = {id(it): mutant for it, (mutant, _) in zip(changed, some, strict=True)}
        for program, result in executor.run(project, changed):
            programs = {**sound.book.programs, program.path: program}
            book = replace(sound.book, programs=programs)
            yield named[id(program)], wrong(book, {program.path: result})
