"""Write expanded pages as files: portable or test Markdown, or notebooks."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from galley.child.result import Result
from galley.render import expand, svg
from galley.render.notebook import notebook
from galley.source.book import Book
from galley.source.page import Page


def write(book: Book, results: Mapping[str, Result], flavour: str, folder: Path) -> int:
    """Write every page in one flavour, with the files that belong to it.

    Returns:
        The number of files written.
    """
    count = 0
    for page in book.pages.values():
        home = folder / PurePosixPath(page.path).parent
        if flavour == "test":
            files = {
                f"{page.stem}.md": expand.test(page, book, accepted_texts(book, page))
            }
        elif flavour == "notebook":
            files = {f"{page.stem}.ipynb": notebook_text(page, book, results)}
        else:
            files = dict(portable_files(page, book, results))
        for name, text in files.items():
            home.mkdir(parents=True, exist_ok=True)
            (home / name).write_text(text)
            count += 1
    return count


def accepted_texts(book: Book, page: Page) -> dict[str, str]:
    """Read what the programs of a page are accepted to produce."""
    found = {}
    for run in page.runs:
        path = book.accepted_path(run.program)
        if path.is_file():
            found[run.program] = path.read_text()
    return found


def take_along(
    page: Page, book: Book, results: Mapping[str, Result]
) -> Iterator[tuple[str, str]]:
    """Yield what a reader can take along from a page: name and text of each file.

    These are its programs, the page as a notebook, and the page as Markdown, both with
    outputs; nothing from a page that runs nothing.
    """
    if not page.runs:
        return
    for path in dict.fromkeys(run.program for run in page.runs):
        yield PurePosixPath(path).name, book.programs[path].source
    yield f"{page.stem}.ipynb", notebook_text(page, book, results)
    yield from portable_files(page, book, results)


def notebook_text(page: Page, book: Book, results: Mapping[str, Result]) -> str:
    """Write a page as the text of a notebook."""
    return (
        json.dumps(notebook(page, book, results), indent=1, ensure_ascii=False) + "\n"
    )


def portable_files(
    page: Page, book: Book, results: Mapping[str, Result]
) -> Iterator[tuple[str, str]]:
    """Yield the portable flavour of a page, and its figures: name and text."""
    expansion = expand.portable(page, book, results)
    yield f"{page.stem}.md", expansion.text
    for name, figure in expansion.figures.items():
        yield name, svg.plain_svg(figure.svg, figure.alt)
