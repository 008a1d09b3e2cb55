"""Write expanded pages as files: portable or test Markdown, or notebooks."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from galley.bound.book import Bound
from galley.bound.page import BoundPage
from galley.render import svg
from galley.render.blocks import blocks
from galley.render.notebook import notebook
from galley.render.portable import portable
from galley.source.book import Book
from galley.source.page import Page


def write(bound: Bound, flavour: str, folder: Path) -> int:
    """Write every page in one flavour, with the files that belong to it.

    Returns:
        The number of files written.
    """
    count = 0
    for page in bound.pages.values():
        source = page.page
        home = folder / PurePosixPath(source.path).parent
        if flavour == "test":
            texts = accepted_texts(bound.book, source)
            files = {f"{source.stem}.md": blocks(source, bound.book, texts)}
        elif flavour == "notebook":
            files = {f"{source.stem}.ipynb": notebook_text(page)}
        else:
            files = dict(portable_files(page))
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


def take_along(page: BoundPage) -> Iterator[tuple[str, str]]:
    """Yield what a reader can take along from a page: name and text of each file.

    These are its programs, the page as a notebook, and the page as Markdown, both with
    outputs; nothing from a page that runs nothing.
    """
    if not page.embeds:
        return
    for program in {it.program.path: it.program for it in page.embeds}.values():
        yield PurePosixPath(program.path).name, program.source
    yield f"{page.page.stem}.ipynb", notebook_text(page)
    yield from portable_files(page)


def notebook_text(page: BoundPage) -> str:
    """Write a page as the text of a notebook."""
    return json.dumps(notebook(page), indent=1, ensure_ascii=False) + "\n"


def portable_files(page: BoundPage) -> Iterator[tuple[str, str]]:
    """Yield the portable flavour of a page, and its figures: name and text."""
    expansion = portable(page)
    yield f"{page.page.stem}.md", expansion.text
    for name, drawn in expansion.figures.items():
        yield name, svg.plain_svg(drawn.figure.svg, drawn.alt)
