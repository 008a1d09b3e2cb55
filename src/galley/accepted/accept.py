"""Accept what programs produce: new accepted texts, and what is refused."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from galley.accepted import check
from galley.accepted import text as accepted
from galley.child.result import Result
from galley.problems import Problem
from galley.run.cache import write_atomically
from galley.source.book import Book
from galley.source.program import Program

_ADVICE = (
    "seed what is random; and since hidden cells run apart in one of the two runs,",
    "a claim or data cell that changes what shown cells see shows here, too",
)


def refusals(
    book: Book, programs: Iterable[Program], runs: Sequence[Mapping[str, Result]]
) -> list[Problem]:
    """Say which programs cannot be accepted: those that fail, and those that waver.

    Args:
        book: The book.
        programs: What was run.
        runs: The results of two runs.
    """
    problems = []
    references = book.references()
    for program in programs:
        first, second = (results.get(program.path) for results in runs)
        if first is None or second is None:
            continue
        if first.failure or second.failure:
            problems.append(
                check.failed(book, program, first if first.failure else second)
            )
            continue
        said = references.get(program.path, [])
        place = book.program_place(program.path)
        if wrong := check.missed(book, program, first, said):
            fact = "not accepted: its pages ask for what is not there"
            problems += [*wrong, Problem(place, fact)]
            continue
        old, new = (check.render(book, program, it, said) for it in (first, second))
        if differs := accepted.compare(old, new, place, place):
            fact = "not accepted: two runs of the program differ"
            problems.append(
                Problem(place, fact, (*differs.details, *_ADVICE), "python " + place)
            )
    return problems


def accept(
    book: Book,
    programs: Iterable[Program],
    results: Mapping[str, Result],
    renew: bool = False,
) -> Iterator[tuple[str, str, str]]:
    """Write the accepted texts of programs that came to their end.

    Yields:
        What `changes` yields.
    """
    for name, old, new in changes(book, programs, results, renew):
        write_atomically(book.project.root / name, new)
        yield name, old, new


def changes(
    book: Book,
    programs: Iterable[Program],
    results: Mapping[str, Result],
    renew: bool = False,
) -> Iterator[tuple[str, str, str]]:
    """Find the accepted texts that these results would change.

    Args:
        book: The book.
        programs: What was run.
        results: What it produced.
        renew: Change texts whose content is the same too: what they cost is new.

    Yields:
        The name of each file that would change, its old and its new text. A text whose
        content is the same keeps its bytes, whatever it was accepted with.
    """
    references = book.references()
    for program in programs:
        result = results.get(program.path)
        if result is None or result.failure:
            continue
        path = book.accepted_path(program.path)
        old = path.read_text() if path.is_file() else ""
        new = check.render(book, program, result, references.get(program.path, []))
        if renew or accepted.body(old) != accepted.body(new):
            yield str(path.relative_to(book.project.root)), old, new
