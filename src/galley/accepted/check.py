"""Hold what programs produced against what is accepted."""

from collections.abc import Iterable, Iterator, Mapping

from galley.accepted import costs
from galley.accepted import text as accepted
from galley.child.result import Result
from galley.problems import Problem, suggest
from galley.run import slider_data
from galley.run.cache import VERIFIED_WITH
from galley.source.book import Book, Reference, blocks
from galley.source.page import Page, Run, ValueRef
from galley.source.program import Program


def verify(
    book: Book, programs: Iterable[Program], results: Mapping[str, Result]
) -> list[Problem]:
    """Find everything wrong that only a run can show, and all drift."""
    references = book.references()
    problems: list[Problem] = []
    for program in programs:
        result = results.get(program.path)
        if result is None:
            continue
        if result.failure:
            problems.append(failed(book, program, result))
            continue
        said = references.get(program.path, [])
        wrong = missed(book, program, result, said)
        problems += wrong or _drift(book, program, result, said)
    problems += _alts(book, results)
    problems += _orphans(book)
    return problems


def failed(book: Book, program: Program, result: Result) -> Problem:
    """Say why a program failed, and which line of a page embeds it."""
    assert result.failure
    place = book.program_place(program.path, result.failure.line)
    for page in book.pages.values():
        lines = [run.line for run in page.runs if run.program == program.path]
        if lines:
            place = f"{book.place(page, lines[0])} → {place}"
            break
    command = f"python {book.program_place(program.path)}"
    return Problem(place, result.failure.fact, result.failure.details, command)


def missed(
    book: Book, program: Program, result: Result, references: list[Reference]
) -> list[Problem]:
    """List the values and data that pages ask for and a run does not give."""
    return [
        *_values(book, program, result, references),
        *_data(book, program, result),
    ]


def render(book: Book, program: Program, result: Result, refs: list[Reference]) -> str:
    """Write the text that would be accepted for a run."""
    facts = f"{VERIFIED_WITH}: {costs.of(result)}"
    return accepted.render(program, result, refs, facts)


def _drift(
    book: Book, program: Program, result: Result, references: list[Reference]
) -> Iterator[Problem]:
    path = book.accepted_path(program.path)
    place = book.program_place(program.path.removesuffix(".py") + ".out")
    script = book.program_place(program.path)
    if not path.is_file():
        yield Problem(
            place,
            f"no accepted output for {script}",
            (),
            f"galley accept {script}, and read what it wrote",
        )
        return
    old, new = path.read_text(), render(book, program, result, references)
    problem = accepted.compare(old, new, place, script)
    if problem and not (
        book.project.rounding_passes
        and accepted.rounding_only(accepted.body(old), accepted.body(new))
    ):
        yield problem


def _values(
    book: Book, program: Program, result: Result, references: list[Reference]
) -> Iterator[Problem]:
    for page, it, _ in references:
        if not isinstance(it, ValueRef):
            continue
        place = book.place(page, it.line)
        try:
            accepted.format_value(result.values, it)
        except KeyError:
            fact = f"no value `{it.name}` in {book.program_place(program.path)}"
            yield Problem(place, fact, suggest(it.name, list(result.values), "values"))
        except ValueError as error:
            yield Problem(place, f"bad format `{it.reference}`", (str(error),))


def _data(book: Book, program: Program, result: Result) -> Iterator[Problem]:
    for cell in program.cells:
        if cell.kind == "data":
            for fact in slider_data.validate(result.data.get(cell.name)):
                place = book.program_place(program.path, cell.line)
                yield Problem(
                    place, f"the data `{cell.name}` cannot be replayed: {fact}"
                )


def figures_of(program: Program, run_: Run, result: Result) -> int:
    """Count the figures that an embedded cell shows."""
    cell = program.cell(run_.cell)
    outputs = result.outputs.get(cell.name, ()) if cell else ()
    return sum(output.kind == "figure" for output in outputs)


def _alts(book: Book, results: Mapping[str, Result]) -> Iterator[Problem]:
    for page in book.pages.values():
        for it in page.runs:
            program, result = book.programs.get(it.program), results.get(it.program)
            if program and result and not result.failure:
                yield from _alt(book, page, it, figures_of(program, it, result))


def _alt(book: Book, page: Page, run_: Run, count: int) -> Iterator[Problem]:
    place = book.place(page, run_.line)
    given = len(run_.alts)
    if count and given < count:
        what = "a figure without" if count == 1 else f"{count} figures, {given}"
        yield Problem(
            place,
            f"{what} alternative text",
            ("say what is to be seen, for readers who cannot see it",),
            'add alt="…"' + (", separated by ` | `" if count > 1 else ""),
        )
    elif given > count:
        fact = f"alternative texts: {given}, figures: {count}"
        yield Problem(place, fact, command="remove what has no figure")
    if "replay" in run_.options and count != 1:
        fact = f"an interactive figure stands for one figure, not {count}"
        yield Problem(place, fact, ("draw its static stand-in in the same cell",))


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
    files = {f"{book.project.docs}/{page.path}" for page in pages}
    for program in programs:
        place = book.program_place(program.path)
        files |= {place, place.removesuffix(".py") + ".out"}
    places = [(it, it.place.split(" → ")) for it in problems]
    return [
        it for it, parts in places if files & {part.partition(":")[0] for part in parts}
    ]


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
