"""Which claims does no change of their program make false?

The shown cells of a program are changed, one number, operator or statement at a time,
and run; every claim is heard, after a false one too. A claim that no change makes false
may say nothing of what readers see. Nothing is kept, and chance has a seed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from galley.bound.book import Bound
from galley.child.result import Result
from galley.problems import Place, Problem
from galley.project import Project
from galley.run.executor import Runs
from galley.run.inputs import Inputs
from galley.run.progress import Tell
from galley.source import mutants, removals
from galley.source.mutants import Change
from galley.source.program import Program
from galley.source.reasons import Reasons

REASONS = "doubts.txt"
"""Beside the programs: claims that nothing can make false, each with its reason."""
ROUND = 6
"""Changes of one program that are tried before its claims are looked at again."""
PATIENCE = 10.0
"""So much longer may a changed program take than the program itself."""
SHORTEST = 2.0
"""Seconds that a changed program may take in any case."""


@dataclass
class Tried:
    """What became of a claim when its program was changed."""

    heard: int = 0
    """Changes with which the program came as far as the claim."""
    false: list[str] = field(default_factory=list)
    """The changes that made it false."""


Matrix = Mapping[str, Mapping[str, Tried]]
"""By program, then by claim."""


def changes(program: Program, most: int, seed: int) -> list[Change]:
    """Draw changes of the shown cells of a program."""
    found = [*mutants.changes(program), *removals.changes(program)]
    found = [it for it in found if it.cell.kind == "code"]
    Random(f"{seed} {program.path}").shuffle(found)
    return found[:most]


def limit(program: Program, results: Mapping[str, Result]) -> float:
    """Seconds that a changed program may take: it may never end."""
    return max(SHORTEST, PATIENCE * results[program.path].seconds)


def tried(
    project: Project,
    wanted: Mapping[str, Sequence[Change]],
    results: Mapping[str, Result],
    executor: Runs,
    progress: Tell = lambda *_: None,
    whole: bool = False,
) -> Matrix:
    """Make the changes and hear the claims.

    Args:
        project: Where the book is.
        wanted: The changes to be tried, by program.
        results: What the programs produce as they are.
        executor: What runs them; it goes on after a false claim.
        progress: Is told of each changed program as it ends.
        whole: Try all the changes, and not only until each claim was false once.
    """
    waiting = {path: list(it) for path, it in wanted.items()}
    matrix: dict[str, dict[str, Tried]] = {
        path: {name: Tried() for name in it[0].program.names("claim")}
        for path, it in wanted.items()
        if it
    }
    while waiting := {
        path: left
        for path, left in waiting.items()
        if left and (whole or not all(it.false for it in matrix[path].values()))
    }:
        made: dict[int, tuple[Program, Change]] = {}
        for left in waiting.values():
            some, left[:] = left[:ROUND], left[ROUND:]
            for change in some:
                program = change.made()
                if not program.problems:
                    made[id(program)] = program, change
        longest = (
            max(limit(it.program, results) for _, it in made.values()) if made else 0
        )
        limited = replace(project, time_limit=longest)
        programs = [it for it, _ in made.values()]
        for program, result in executor.run(limited, programs, Inputs(project)):
            progress(program, result, False)
            change = made[id(program)][1]
            for name, it in matrix[program.path].items():
                it.heard += name in (*result.claims, *result.false)
                if name in result.false:
                    it.false.append(change.said)
    for claims in matrix.values():
        for it in claims.values():
            it.false.sort()  # programs end in any order
    return matrix


def problems(bound: Bound, matrix: Matrix) -> Iterator[Problem]:
    """List the claims that nothing made false and that have no reason."""
    book = bound.book
    path = book.project.snippets_dir / REASONS
    listed = f"{book.project.snippets}/{REASONS}"
    reasons = Reasons(path.read_text() if path.is_file() else "")
    doubted: list[str] = []
    for page in bound.pages.values():
        for claim, sentence in page.claims:
            it = matrix.get(claim.program, {}).get(claim.name)
            if it is None or it.false:
                continue
            name = f"{claim.program}: {claim.name}"
            doubted.append(name)
            if not reasons.covers(name):
                program = book.program_place(claim.program)
                yield Problem(
                    book.place(page.page, claim.line),
                    f"no change of {program} makes the claim `{claim.name}` false",
                    (sentence, f"{it.heard} changes were tried"),
                    f"assert more, or give the reason in {listed}",
                )
    for line in reasons.idle(doubted):
        if line.partition(":")[0] in matrix:
            fact = f"a change makes it false, or it is gone: {line}"
            yield Problem(Place(listed), fact, (), "remove the line")


def table(matrix: Matrix) -> str:
    """Write which changes make which claim false."""
    rows: list[str] = []
    for path, claims in sorted(matrix.items()):
        for name, it in claims.items():
            rows.append(f"{path}: {name}: false {len(it.false)} times of {it.heard}")
            rows += [f"    {change}" for change in it.false]
    return "\n".join(rows) + "\n"
