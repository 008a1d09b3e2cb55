"""Which claims does no change of their program make false?

The shown cells of a program, and the data of its figures, are changed, one number,
operator, call or statement at a time, and run; every claim is heard, after a false one
too. A claim that no change makes false may say nothing of what readers see. Nothing is
kept, and chance has a seed.
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
from galley.source import exchanges, mutants, reach, removals
from galley.source.mutants import Change
from galley.source.program import Program
from galley.source.reasons import Reasons

REASONS = "doubts.txt"
"""Beside the programs: claims that nothing can make false, each with its reason."""
ROUND = 2
"""Changes of one program that are tried before its claims are looked at for the first
time; then come twice as many, and so on."""
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


def changes(program: Program, seed: int) -> list[Change]:
    """List the changes of all cells but claims, in an order drawn by chance."""
    kinds = (mutants, removals, exchanges)
    found = [it for kind in kinds for it in kind.changes(program)]
    found = [it for it in found if it.cell.kind != "claim"]
    Random(f"{seed} {program.path}").shuffle(found)
    return found


def nearest(found: Sequence[Change], claims: Sequence[str]) -> list[Change]:
    """Sort changes: a near one for each claim, the next for each, and so on.

    What stands behind the last of the claims cannot reach any, and is left out.
    """
    if not found or not claims:
        return []
    program = found[0].program
    end = program.end(claims[-1])
    rows = {it: it.line for it in found if it.end <= end}
    turns: list[list[Change]] = []
    for claim in claims:
        steps = reach.steps(program, claim)
        turns.append(sorted(rows, key=lambda it: steps.get(rows[it], reach.FAR)))
    return list(dict.fromkeys(it for turn in zip(*turns, strict=True) for it in turn))


def limit(program: Program, results: Mapping[str, Result]) -> float:
    """Seconds that a changed program may take: it may never end."""
    return max(SHORTEST, PATIENCE * results[program.path].seconds)


def tried(
    project: Project,
    wanted: Mapping[str, Sequence[Change]],
    results: Mapping[str, Result],
    executor: Runs,
    most: int,
    progress: Tell = lambda *_: None,
    whole: bool = False,
) -> Matrix:
    """Make the changes and hear the claims.

    Args:
        project: Where the book is.
        wanted: The changes that can be tried, by program.
        results: What the programs produce as they are.
        executor: What runs them; it goes on after a false claim.
        most: So many changes of each program at most.
        progress: Is told of each changed program as it ends.
        whole: Try them for all claims, and not only until each was false once.
    """
    matrix: dict[str, dict[str, Tried]] = {
        path: {name: Tried() for name in it[0].program.names("claim")}
        for path, it in wanted.items()
        if it
    }
    left = {path: list(wanted[path]) for path in matrix}
    count = ROUND
    while most > 0:
        made: dict[int, tuple[Program, Change]] = {}
        for path, claims in matrix.items():
            standing = [name for name, it in claims.items() if whole or not it.false]
            for change in nearest(left[path], standing)[: min(count, most)]:
                left[path].remove(change)
                program = change.made(standing[-1])
                if not program.problems:
                    made[id(program)] = program, change
        if not made:
            break
        longest = max(limit(it.program, results) for _, it in made.values())
        limited = replace(project, time_limit=longest)
        programs = [it for it, _ in made.values()]
        for program, result in executor.run(limited, programs, Inputs(project)):
            progress(program, result, False)
            change = made[id(program)][1]
            for name, it in matrix[program.path].items():
                it.heard += name in (*result.claims, *result.false)
                if name in result.false:
                    it.false.append(change.said)
        most, count = most - count, 2 * count
    for claims in matrix.values():
        for it in claims.values():
            it.false.sort()  # programs end in any order
    return matrix


def problems(bound: Bound, matrix: Matrix) -> Iterator[Problem]:
    """List the claims that nothing made false and that have no reason."""
    book = bound.book
    listed = f"{book.project.snippets}/{REASONS}"
    reasons = Reasons.read(book.project.root / listed)
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
    for line in reasons.idle(doubted, matrix):
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
