"""The public record of a book: every program, what it shows, and what was checked.

Nothing in it changes from build to build: costs are those of the run that was accepted.
"""

from collections.abc import Iterator

from galley.accepted import costs
from galley.bound.book import Bound
from galley.bound.page import BoundPage
from galley.run.cache import verified_with
from galley.source.book import Book
from galley.source.page import Page


def record(here: Page, bound: Bound) -> str:
    """Write totals, then a table of programs for each page that has some."""
    pages = [page for page in bound.pages.values() if page.embeds]
    results = bound.results
    claims = sum(len(result.claims) for result in results.values())
    values = sum(len(page.values) for page in pages)
    outputs = sum(len(it) for r in results.values() for it in r.outputs.values())
    formulas = "Each formula was rendered by KaTeX, and would have failed the build."
    parts = [
        f"This site was built with {verified_with(bound.book.project.preload)}. "
        f"Its {len(pages)} pages show {len(results)} programs with {outputs} outputs. "
        f"{values} numbers in sentences are recorded values, and {claims} claims were "
        f"asserted. {formulas}",
        *(_chapter(here, page, bound.book) for page in pages),
    ]
    return "\n\n".join(parts)


def _chapter(here: Page, page: BoundPage, book: Book) -> str:
    rows = [
        "| program | outputs | claims that hold | s | MB |",
        "|---|---|---|---|---|",
        *_rows(page, book),
    ]
    return f"## [{page.page.title}]({here.link(page.page)})\n\n" + "\n".join(rows)


def _rows(page: BoundPage, book: Book) -> Iterator[str]:
    for path, result in {it.program.path: it.result for it in page.embeds}.items():
        outputs = sum(len(shown) for shown in result.outputs.values())
        claims = ", ".join(f"`{name}`" for name in result.claims) or "none"
        seconds, memory = _cost(book, path)
        name = path.rpartition("/")[2]
        yield f"| `{name}` | {outputs} | {claims} | {seconds} | {memory} |"


def _cost(book: Book, path: str) -> tuple[str, str]:
    """Write the seconds and megabytes of the run that was accepted."""
    cost = costs.accepted(book, path)
    return (f"{cost.seconds:.2f}", f"{cost.memory / 1e6:.1f}") if cost else ("", "")
