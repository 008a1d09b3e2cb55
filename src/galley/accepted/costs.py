"""What programs cost: read from accepted texts, held against a budget, tabulated.

A cost is processor time, as if one core did all the work, and peak memory. What else
the machine does changes it far less than wall time. A budget is held against the costs
that were accepted, which do not change from run to run; a profile shows today's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isinf

from galley.child.result import Result
from galley.problems import Place, Problem
from galley.source.book import Book
from galley.source.program import Program

SLOWEST = 15
"""Programs that a profile names, the dearest first."""

_COST = re.compile(
    r"^# accepted with .*: (?P<seconds>[\d.]+) s of one core, (?P<memory>[\d.]+) MB$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Cost:
    """What one run of a program took."""

    seconds: float
    """Processor time."""
    memory: int
    """Peak memory in bytes, beyond what it began with."""

    def __str__(self) -> str:
        """Write it as the first line of an accepted text ends."""
        return f"{self.seconds:.2f} s of one core, {self.memory / 1e6:.1f} MB"


def of(result: Result) -> Cost:
    """Say what a run took."""
    return Cost(result.processor, result.memory)


def accepted(book: Book, path: str) -> Cost | None:
    """Read what the accepted run of a program took; None where nothing says so."""
    file = book.accepted_path(path)
    match = _COST.match(file.read_text()) if file.is_file() else None
    return match and Cost(float(match["seconds"]), round(float(match["memory"]) * 1e6))


def over_budget(book: Book) -> Iterator[Problem]:
    """Find programs, and a book, whose accepted costs exceed the book's budget."""
    each, whole = book.project.budget_program, book.project.budget_book
    if isinf(each) and isinf(whole):
        return
    costs = {path: accepted(book, path) for path in book.programs}
    for path, cost in costs.items():
        place = book.program_place(path)
        if cost is None and book.accepted_path(path).is_file():
            yield Problem(
                book.accepted_place(path),
                "no accepted cost to hold against the budget",
                ("its first line does not end in seconds of one core and megabytes",),
                f"galley accept --costs {place}",
            )
        elif cost and cost.seconds > each:
            yield Problem(
                place,
                f"over budget: {cost.seconds:.2f} s of one core, allowed are {each:g}",
                ("`budget_program` in pyproject.toml, against the accepted cost",),
                f"make it cheaper, then galley accept --costs {place}",
            )
    known = {path: cost.seconds for path, cost in costs.items() if cost}
    if (total := sum(known.values())) > whole:
        dearest = sorted(known, key=lambda path: -known[path])[:SLOWEST]
        yield Problem(
            Place("pyproject.toml"),
            f"the book is over budget: {total:.2f} s of one core, allowed are "
            f"{whole:g}",
            (
                "`budget_book`, against the accepted costs; the dearest programs:",
                *(f"{known[it]:8.2f} s  {book.program_place(it)}" for it in dearest),
            ),
            "make them cheaper, then galley accept --costs PATHS",
        )


def profile(
    book: Book, programs: Iterable[Program], results: Mapping[str, Result]
) -> str:
    """Tabulate the dearest programs, and the total of all.

    Each result has the cost of the run that made it, be it kept or new.
    """
    found = {p.path: results[p.path] for p in programs if p.path in results}
    dearest = sorted(found, key=lambda path: -found[path].processor)
    total = sum(result.processor for result in found.values())
    head = f"{'program':<44} {'core s':>7} {'share':>6} {'accepted':>8} {'wall s':>7}"
    rows = [f"{head} {'MB':>5}"]
    for path in dearest[:SLOWEST]:
        it, then = found[path], accepted(book, path)
        rows.append(
            f"{path:<44} {it.processor:7.2f} {it.processor / (total or 1):6.1%} "
            f"{f'{then.seconds:.2f}' if then else '':>8} {it.seconds:7.2f} "
            f"{it.memory / 1e6:5.1f}"
        )
    return "\n".join([*rows, _total(book, found, total)])


def summary(results: Mapping[str, Result]) -> str:
    """Say in a line what the runs cost, and how much they hold."""
    done = results.values()
    cost = Cost(
        sum(it.processor for it in done), max((it.memory for it in done), default=0)
    )
    values = sum(len(it.values) for it in done)
    claims = sum(len(it.claims) for it in done)
    return f"{len(results)} programs, {cost}, {values} values, {claims} claims hold"


def _total(book: Book, found: Mapping[str, Result], total: float) -> str:
    costs = [accepted(book, path) for path in found]
    then = sum(cost.seconds for cost in costs if cost)
    wall = sum(result.seconds for result in found.values())
    peak = max((result.memory for result in found.values()), default=0)
    name = f"all {len(found)}"
    return f"{name:<44} {total:7.2f} {1:6.1%} {then:8.2f} {wall:7.2f} {peak / 1e6:5.1f}"
