"""What every chapter has besides its text: what one needs, reading time, takeaways.

Pure: site Markdown in, site Markdown out.
"""

import re

from galley.bound.book import Bound
from galley.bound.page import BoundPage
from galley.render.pages import glossary, messages
from galley.render.pages.checked import record
from galley.run.cache import verified_with
from galley.source.book import Book
from galley.source.page import Page, Prose

WORDS_PER_MINUTE = 220
SECONDS_PER_CODE_LINE = 2

_TITLE = re.compile(r"^(?:# .+|\S.*\n=+ *)$", re.MULTILINE)
_FOLDED = re.compile(r"^\?\?\? .*\n(?:\n| {4}.*\n)*", re.MULTILINE)
_FENCED = re.compile(r"^ *(`{3,}).*?^ *\1$", re.MULTILINE | re.DOTALL)
GLOSSARY = "<!-- glossary -->"
RECORD = "<!-- record -->"
MESSAGES = "<!-- messages -->"


def listings(page: Page, whole: Bound) -> dict[str, str]:
    """Write what stands on a page in the place of a marker that has a line of its own.

    Args:
        page: The page.
        whole: Its book with its results.
    """
    book = whole.book
    words = "".join(
        it
        for part in page.parts
        if isinstance(part, Prose)
        for it in part.parts
        if isinstance(it, str)
    )
    found = {}
    if GLOSSARY in words:
        links = {
            it.path: f"[{it.title}]({page.link(it)})" for it in book.pages.values()
        }
        found[GLOSSARY] = glossary.listing(links, book)
    if RECORD in words:
        found[RECORD] = record(page, whole)
    if MESSAGES in words:
        found[MESSAGES] = messages.listing(page, whole)
    return found


def furnish(text: str, bound: BoundPage, whole: Bound) -> str:
    """Add the line below the title, and what can be taken along.

    Args:
        text: The expanded page.
        bound: What it was expanded from.
        whole: Its book, for titles and terms.
    """
    page, book = bound.page, whole.book
    if not page.runs:
        return text
    lead, end = _lead(text, page, book), _title_ends(text)
    text = f"{text[:end]}\n\n{lead}{text[end:]}" if end else f"{lead}\n\n{text}"
    machine = verified_with(book.project.preload)
    text = f"{text}\n{_take_along(page)}{_verified(bound, machine)}\n"
    return glossary.explained(text, page, book)


def _title_ends(text: str) -> int:
    """Find the end of the first heading outside of code; 0 where there is none."""
    prose = _FENCED.sub(lambda match: " " * len(match[0]), text)
    match = _TITLE.search(prose)
    return match.end() if match else 0


def minutes(text: str) -> int:
    """Estimate how long a chapter takes to read, code included, folded parts not."""
    text = _FOLDED.sub("", text)
    code = sum(block.count("\n") - 1 for block in map(_whole, _FENCED.finditer(text)))
    words = len(_FENCED.sub("", text).split())
    return max(1, round(words / WORDS_PER_MINUTE + code * SECONDS_PER_CODE_LINE / 60))


def _whole(match: "re.Match[str]") -> str:
    return match[0]


def _lead(text: str, page: Page, book: Book) -> str:
    needed = []
    for stem in page.meta.get("needs") or []:
        other = next((it for it in book.pages.values() if it.stem == stem), None)
        if other:
            needed.append(f"[{other.title}]({page.link(other)})")
    number = minutes(text)
    article = "An" if number in (8, 11, 18) else "A"
    line = f"{article} {number}-minute read."
    if needed:
        line += f" It builds on {_listed(needed)}."
    return f"{line}\n{{ .lead-in }}"


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _take_along(page: Page) -> str:
    notebook = f"{page.stem}.ipynb"
    programs = dict.fromkeys(run.program.rpartition("/")[2] for run in page.runs)
    links = [
        f'<a href="{notebook}" download>the chapter as a notebook</a>',
        f'<a href="{page.stem}.md" download>as Markdown</a>',
        *(f'<a href="{name}" download><code>{name}</code></a>' for name in programs),
    ]
    items = "".join(f"<li>{it}</li>" for it in links)
    return (
        f'<aside class="take-along" aria-label="Take it along"><p>Take it along: </p>'
        f"<ul>{items}</ul>"
    )


def _verified(page: BoundPage, machine: str) -> str:
    """Say what the page was verified with, in words that no build changes."""
    results = {it.program.path: it.result for it in page.embeds}
    outputs = sum(len(it) for r in results.values() for it in r.outputs.values())
    counts = [
        _count(len(results), "program"),
        _count(outputs, "output"),
        _count(len(page.values), "value"),
        _count(len(page.marks) - len(page.values), "claim"),
    ]
    return f"<p>Verified with {machine}: {_listed(counts)}.</p></aside>"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
