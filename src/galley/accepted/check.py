"""Hold what programs produced against what is accepted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from galley.accepted import costs, numbers
from galley.accepted import text as accepted
from galley.bound.book import Bound
from galley.bound.formulas import wrong
from galley.child.result import Failure, Result
from galley.problems import Problem
from galley.run import slider_data
from galley.run.cache import VERIFIED_WITH
from galley.source.book import Book, blocks
from galley.source.files import text
from galley.source.page import Page
from galley.source.program import Program


def verify(bound: Bound, programs: Iterable[Program]) -> list[Problem]:
    """Find everything wrong that only a run can show, and all drift."""
    problems: list[Problem] = []
    for program in programs:
        result = bound.results.get(program.path)
        if result is None:
            continue
        if result.failure:
            problems.append(failed(bound.book, program, result.failure))
        else:
            problems += missed(bound, program) or _drift(bound, program)
    problems += (it for page in bound.pages.values() for it in page.problems)
    problems += _arithmetic(bound)
    problems += _orphans(bound.book)
    if bound.book.project.hold_numbers:
        problems += numbers.problems(bound)
    return problems


def failed(book: Book, program: Program, failure: Failure) -> Problem:
    """Say why a program failed, and which line of a page embeds it."""
    place = book.program_place(program.path, failure.line)
    problem = Problem(place, failure.fact, failure.details, f"python {place.file}")
    for page in book.pages.values():
        lines = [run.line for run in page.runs if run.program == program.path]
        if lines:
            return replace(problem, place=book.place(page, lines[0]), cause=place)
    return problem


def missed(bound: Bound, program: Program) -> list[Problem]:
    """List the values and data that pages ask for and a run does not give."""
    return [*bound.lacking(program.path), *_data(bound, program)]


def render(bound: Bound, program: Program) -> str:
    """Write the text that would be accepted for the run of a program."""
    result = bound.results[program.path]
    facts = f"{VERIFIED_WITH}: {costs.of(result)}"
    return accepted.render(program, result, bound.said[program.path], facts)


def _drift(bound: Bound, program: Program) -> Iterator[Problem]:
    book = bound.book
    path, place = book.accepted_path(program.path), book.accepted_place(program.path)
    script = book.program_place(program.path)
    if not path.is_file():
        fact = f"no accepted output for {script}"
        yield Problem(
            place, fact, (), f"galley accept {script}, and read what it wrote"
        )
        return
    old, unreadable = text(path, place)
    problem = accepted.compare(old, render(bound, program), place, script)
    yield from unreadable or filter(None, [problem])


def _data(bound: Bound, program: Program) -> Iterator[Problem]:
    result = bound.results[program.path]
    for cell in program.cells:
        if cell.kind == "data":
            for fact in slider_data.validate(result.data.get(cell.name)):
                place = bound.book.program_place(program.path, cell.line)
                fact = f"the data `{cell.name}` cannot be replayed: {fact}"
                yield Problem(place, fact)


def _arithmetic(bound: Bound) -> Iterator[Problem]:
    """Compute what formulas say of numbers."""
    for page in bound.pages.values():
        for line, fact in wrong(page):
            yield Problem(
                bound.book.place(page.page, line),
                f"wrong arithmetic: {fact}",
                command=r"mend the formula; where it is rounded, write `\approx`",
            )


def _orphans(book: Book) -> Iterator[Problem]:
    """Find accepted outputs of programs that are gone."""
    for path in sorted(book.project.snippets_dir.rglob("*.out")):
        name = path.relative_to(book.project.snippets_dir).as_posix()
        if name.removesuffix(".out") + ".py" not in book.programs:
            yield Problem(
                book.program_place(name),
                "an accepted output without its program",
                (),
                f"git rm {book.program_place(name)}",
            )


def concerning(
    book: Book,
    pages: Iterable[Page],
    programs: Iterable[Program],
    problems: Iterable[Problem],
) -> list[Problem]:
    """Keep the problems whose place is one of some pages and programs."""
    files = {book.place(page).file for page in pages}
    files |= {file for it in programs for file in book.files_of(it.path)}
    return [it for it in problems if files & it.files]


def summary(pages: Iterable[Page], results: Mapping[str, Result]) -> str:
    """Count what was found to be as it was accepted."""
    shown = list(pages)
    outputs = sum(len(it) for r in results.values() for it in r.outputs.values())
    claims = sum(len(result.claims) for result in results.values())
    values = sum(len(page.values) for page in shown)
    return (
        f"{len(results)} programs, {outputs} outputs, {claims} claims, "
        f"{values} values on {len(shown)} pages: all as accepted"
    )


def manifest(book: Book, page: Page) -> Iterator[tuple[int, str, str]]:
    """List every block of code of a page: line, class, what it shows or why."""
    for line, kind, what in blocks(page):
        path, _, name = what.partition(":")
        program = book.programs.get(path) if kind == "executed" else None
        cell = program.cell(name) if program else None
        if cell and cell.raises:
            yield line, "fails", f"{what} raises {': '.join(cell.raises)}"
        else:
            yield line, kind, what
