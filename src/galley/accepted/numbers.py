"""Numbers that a person typed into a sentence, and that nothing holds."""

from collections.abc import Iterator

from galley.bound.book import Bound
from galley.bound.typed import Typed, typed
from galley.problems import Place, Problem
from galley.run.cache import verified_with
from galley.source.reasons import Reasons

REASONS = "numbers.txt"
"""Beside the programs: numbers that no run holds, each with its reason."""


def classes(bound: Bound) -> dict[str, list[Typed]]:
    """Say where the typed numbers of each page come from whose programs have run."""
    facts = verified_with(bound.book.project.preload)
    releases = [it.rpartition(" ")[2] for it in facts.split(", ")]
    return {
        path: typed(bound, page, releases)
        for path, page in bound.pages.items()
        if all(
            (result := bound.results.get(it.program)) and not result.failure
            for it in (*page.page.runs, *page.page.references)
        )
    }


def problems(bound: Bound) -> Iterator[Problem]:
    """List the numbers that nothing holds and that have no reason."""
    book = bound.book
    listed = f"{book.project.snippets}/{REASONS}"
    reasons = Reasons.read(book.project.root / listed)
    found = classes(bound)
    loose: list[str] = []
    for page, numbers in found.items():
        for it in numbers:
            if it.kind != "nothing":
                continue
            name = f"{page}: {it.written}"
            loose.append(name)
            if not reasons.covers(name):
                yield Problem(
                    book.place(book.pages[page], it.line),
                    f"nothing holds the number {it.written}, which somebody typed",
                    ("no claim, no program, output or formula near it has it",),
                    "let a run say it, `{python} program.name`, claim the sentence, "
                    f"or give the reason in {listed}",
                )
    for line in reasons.idle(loose, found):
        fact = f"something holds this number, or it is gone: {line}"
        yield Problem(Place(listed), fact, (), "remove the line")
