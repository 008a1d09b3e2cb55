"""Accept what programs produce: new accepted texts, and what is refused."""

from collections.abc import Iterable, Iterator

from galley.accepted import check
from galley.accepted import text as accepted
from galley.bound.book import Bound
from galley.problems import Problem
from galley.run.cache import sweep, write_atomically
from galley.source.program import Program

_ADVICE = (
    "seed what is random; and since hidden cells run apart in one of the two runs,",
    "a claim or data cell that changes what shown cells see shows here, too",
)


def refusals(programs: Iterable[Program], first: Bound, second: Bound) -> list[Problem]:
    """Say which programs cannot be accepted: those that fail, and those that waver.

    Args:
        programs: What was run.
        first: The book with the results of one run of them.
        second: The book with those of another run.
    """
    problems = []
    book = first.book
    for program in programs:
        results = [it.results.get(program.path) for it in (first, second)]
        failures = [it.failure for it in results if it and it.failure]
        if None in results:
            continue
        place = book.program_place(program.path)
        if failures:
            problems.append(check.failed(book, program, failures[0]))
        elif wrong := check.missed(first, program):
            fact = "not accepted: its pages ask for what is not there"
            problems += [*wrong, Problem(place, fact)]
        else:
            old, new = (check.render(it, program) for it in (first, second))
            if differs := accepted.compare(old, new, place, place):
                fact = "not accepted: two runs of the program differ"
                details = (*differs.details, *_ADVICE)
                problems.append(Problem(place, fact, details, f"python {place}"))
    return problems


def accept(
    bound: Bound, programs: Iterable[Program], renew: bool = False
) -> Iterator[tuple[str, str, str]]:
    """Write the accepted texts of programs that came to their end.

    What a killed run has left beside those of all of them is swept away.

    Yields:
        What `changes` yields.
    """
    programs = list(programs)
    for program in programs:
        sweep(bound.book.accepted_path(program.path))
    for name, old, new in changes(bound, programs, renew):
        write_atomically(bound.book.project.root / name, new)
        yield name, old, new


def changes(
    bound: Bound, programs: Iterable[Program], renew: bool = False
) -> Iterator[tuple[str, str, str]]:
    """Find the accepted texts that the results of programs would change.

    Args:
        bound: The book with these results.
        programs: What was run.
        renew: Change texts whose content is the same too: what they cost is new.

    Yields:
        The name of each file that would change, its old and its new text. A text whose
        content is the same keeps its bytes, whatever it was accepted with.
    """
    for program in programs:
        result = bound.results.get(program.path)
        if result is None or result.failure:
            continue
        path = bound.book.accepted_path(program.path)
        old = path.read_text() if path.is_file() else ""
        new = check.render(bound, program)
        if renew or accepted.body(old) != accepted.body(new):
            yield bound.book.accepted_place(program.path).file, old, new
