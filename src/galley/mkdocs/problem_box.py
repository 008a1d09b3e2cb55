"""What is wrong with a page, said on the page itself while it is being written."""

from collections.abc import Iterable, Sequence

from galley.problems import BookError, Place, Problem
from galley.project import Project
from galley.render.markdown import indented
from galley.source import book as books
from galley.source.book import Book
from galley.source.page import Page


def about(page: Page, book: Book, problems: Iterable[Problem]) -> list[Problem]:
    """List the problems of a page, of its programs, and of what these print."""
    files = {book.place(page).file}
    files |= {file for path in books.needs(page) for file in book.files_of(path)}
    return [it for it in problems if files & it.files]


def admonition(problems: Sequence[Problem]) -> str:
    """Write problems in Markdown, for the head of a page; nothing if there are none."""
    if not problems:
        return ""
    text = "\n\n".join(map(str, BookError(problems).problems))
    fenced = indented(f"````text\n{text}\n````", "    ")
    return f'!!! failure "This page is not sound"\n\n{fenced}\n\n'


def formula_place(project: Project, uri: str, tex: str) -> Place:
    """Find the line of a page on which a formula stands."""
    path = project.docs_dir / uri
    text = path.read_text() if path.is_file() else ""
    at = text.find(tex.strip())
    line = text.count("\n", 0, at) + 1 if at >= 0 else 0
    return Place(f"{project.docs}/{uri}", line)
