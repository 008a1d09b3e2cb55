"""Which outputs would be others on another processor, or with another hash seed?

Programs run again with other instruction sets, thread counts and hash seeds, and what
they would be accepted to produce is compared line by line. An author who knows why an
output changes says so in the program, in a comment `# varies: the reason`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from galley.accepted import check
from galley.accepted import text as accepted
from galley.bound.book import Bound
from galley.child.result import Result
from galley.child.script import lines
from galley.problems import Problem
from galley.project import Project
from galley.run.executor import Executor
from galley.run.progress import Tell
from galley.source.book import Book
from galley.source.program import Program


class Setting(NamedTuple):
    """What is different when a program is run again."""

    environment: Mapping[str, str]
    hash_seed: int = 0

    def __str__(self) -> str:
        """Write as one would on a command line."""
        seed = {"PYTHONHASHSEED": str(self.hash_seed)} if self.hash_seed else {}
        pairs = {**self.environment, **seed}.items()
        return " ".join(f"{name}={value}" for name, value in pairs)


SETTINGS = (
    Setting({"ATEN_CPU_CAPABILITY": "default"}),
    Setting({"MKL_CBWR": "AUTO"}),
    Setting({"OMP_NUM_THREADS": "2", "MKL_NUM_THREADS": "2"}),
    Setting({}, hash_seed=1),
)

_PATIENCE = 5
"""So much longer may a program take: two threads on a busy machine are slow."""

_REASON = re.compile(r"^\s*# varies: (?P<reason>\S.*)$", re.MULTILINE)
_NUMBER = re.compile(r"#[0-9a-f]{8}|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


class Change(NamedTuple):
    """The first line of one output that a setting changes."""

    section: str
    """`walk`, `picture: figure`, `sentences: x.md`."""
    before: str
    after: str


def reason(program: Program) -> str:
    """Read why a program's outputs may change; empty where it does not say."""
    match = _REASON.search(program.source)
    return match["reason"] if match else ""


def run(
    project: Project, programs: Sequence[Program], progress: Tell = lambda *_: None
) -> dict[str, dict[str, Result]]:
    """Run programs with every setting; return results by setting, then by path."""
    found: dict[str, dict[str, Result]] = {}
    patient = replace(project, time_limit=_PATIENCE * project.time_limit)
    for setting in SETTINGS:
        results = found[str(setting)] = {}
        with Executor(setting.hash_seed, setting.environment) as executor:
            for program, result in executor.run(patient, programs):
                progress(program, result, False)
                results[program.path] = result
    return found


def judged(
    program: Program, first: Bound, others: Mapping[str, Bound]
) -> list[Problem]:
    """List the outputs of a program that a setting changes.

    Args:
        program: What was run.
        first: The book with what it produces with no setting at all.
        others: The book with what it produces, by setting.
    """
    found: dict[Change, list[str]] = defaultdict(list)
    for setting, other in others.items():
        for change in changes(program, first, other):
            found[change].append(setting)
    return [_problem(first.book, program, *it) for it in found.items()]


def changes(program: Program, first: Bound, second: Bound) -> Iterator[Change]:
    """Find the outputs of a program that differ in two runs."""
    failures = [it.results[program.path].failure for it in (first, second)]
    if any(failures):
        facts = [it.fact if it else "" for it in failures]
        if facts[0] != facts[1]:
            yield Change("", *facts)
        return
    one, other = (
        _sections(accepted.body(check.render(it, program))) for it in (first, second)
    )
    for section in dict.fromkeys([*one, *other]):
        pairs = zip_longest(one.get(section, []), other.get(section, []), fillvalue="")
        for before, after in pairs:
            if before != after:
                yield Change(section, before, after)
                break


def _sections(body: str) -> dict[str, list[str]]:
    """Cut an accepted text at its markers; outputs of one cell go together."""
    found: dict[str, list[str]] = defaultdict(list)
    section = ""
    for line in lines(body):
        if line.startswith("# %% "):
            section = line.removeprefix("# %% ")
        else:
            found[section].append(line)
    return found


def digit(before: str, after: str) -> str:
    """Say in which significant digit the first number that differs does so."""
    pairs = zip(_NUMBER.findall(before), _NUMBER.findall(after), strict=False)
    for a, b in pairs:
        if a == b:
            continue
        if a.startswith("#") or b.startswith("#"):
            return "the data of a series differ in one of their first six digits"
        one, other = Decimal(a), Decimal(b)
        if one == other:
            return f"{a} and {b} are the same number, written otherwise"
        which = max(one, other, key=abs).adjusted() - (one - other).adjusted() + 1
        return f"{a} and {b} differ in significant digit {which}"
    return "they differ in more than numbers"


def _problem(
    book: Book, program: Program, change: Change, settings: list[str]
) -> Problem:
    section, before, after = change
    what = f"`{section}`" if section else "the run"
    return Problem(
        book.program_place(program.path),
        f"{what} is another with {', '.join(settings)}",
        (f"- {before}", f"+ {after}", digit(before, after)),
        "print fewer digits, compute in float64, or say why in the program: "
        "`# varies: …`",
    )
