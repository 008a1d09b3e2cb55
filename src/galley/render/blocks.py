"""A page for pytest-codeblocks: each program whole, with all that it prints. Pure."""

from collections.abc import Mapping

from galley.accepted.text import printed
from galley.render import markdown
from galley.source.book import Book
from galley.source.page import Page


def blocks(page: Page, book: Book, accepted_texts: Mapping[str, str]) -> str:
    """Write each program that a page shows, with what it is accepted to print.

    Args:
        page: The page.
        book: Its book.
        accepted_texts: By program, what stands in its `.out`.
    """
    lines = [f"# {book.place(page)}", ""]
    for path in dict.fromkeys(run.program for run in page.runs):
        source = book.programs[path].source.rstrip("\n")
        expected = printed(accepted_texts.get(path, "")).removesuffix("\n")
        lines += [f"<!-- {book.program_place(path)} -->", ""]
        lines += [markdown.fence(source, "python"), ""]
        if expected:
            lines += ["<!--pytest-codeblocks:expected-output-->", ""]
            lines += [markdown.fence(expected, "text"), ""]
    return "\n".join(lines)
