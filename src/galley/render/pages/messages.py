"""The error messages that chapters raise on purpose, and where each is explained. Pure.

Who comes here has a message, and wants the page that is about it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from markdown.extensions.toc import slugify

from galley.bound.book import Bound
from galley.bound.page import Embed, Words
from galley.child.result import Raised
from galley.source.page import Page

_HEADING = re.compile(r"^#{2,3} (?P<text>.+)$", re.MULTILINE)


class Message(NamedTuple):
    """What a cell of a page raises."""

    kind: str
    """The exception, `RuntimeError`."""
    text: str
    """What it says, on one line."""
    page: Page
    part: str
    """The heading that the cell stands under."""


def raised(bound: Bound) -> Iterator[Message]:
    """Yield what the cells of each page raise; not of pages about something else."""
    for page in bound.pages.values():
        heading = ""
        if page.page.meta.get("explain") is False:
            continue
        for part in page.parts:
            match part:
                case Words():
                    text = "".join(it for it in part.parts if isinstance(it, str))
                    for match in _HEADING.finditer(text):
                        heading = match["text"]
                case Embed():
                    for it in part.shown:
                        if isinstance(it, Raised):
                            yield _message(it, page.page, heading)


def _message(raised: Raised, page: Page, heading: str) -> Message:
    kind, _, said = raised.text.partition(": ")
    kind = kind.rpartition(".")[2]
    return Message(kind, " ".join(said.split()), page, heading)


def listing(here: Page, bound: Bound) -> str:
    """List the messages by exception, each with the parts of pages that raise it.

    Args:
        here: The page that the list stands on.
        bound: The book with its results.
    """
    kinds: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for it in raised(bound):
        anchor = f"{here.link(it.page)}#{slugify(it.part, '-')}"
        kinds[it.kind][it.text].append(f"[{it.part}]({anchor}) in *{it.page.title}*")
    sections = []
    for kind, texts in sorted(kinds.items()):
        sections.append(f"## {kind}")
        for text, places in sorted(texts.items()):
            links = ", ".join(dict.fromkeys(places))
            sections.append(f"`` {text} ``\n:   {links}")
    return "\n\n".join(sections)
