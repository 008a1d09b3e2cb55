"""Terms: defined by one chapter, listed once, explained where others use them.

Pure: site Markdown in, site Markdown out; HTML in, HTML out.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from galley.source.book import Book
from galley.source.page import Page

_ABBR = re.compile(r'<abbr title="(?P<title>[^"]*)">(?P<text>.*?)</abbr>', re.DOTALL)
_NOT_THERE = re.compile(
    r"<(?P<tag>h[1-6]|a|summary|figure|table)\b.*?</(?P=tag)>", re.DOTALL
)


def terms(book: Book) -> dict[str, tuple[str, Page]]:
    """Collect each term with its meaning and the page that introduces it."""
    return {
        str(term): (str(meaning), page)
        for page in book.pages.values()
        for term, meaning in (page.meta.get("terms") or {}).items()
    }


def explained(text: str, page: Page, book: Book) -> str:
    """Append the meanings of the terms that other chapters have introduced.

    A page says `explain: false` where it uses the words in another sense.
    """
    if page.meta.get("explain") is False:
        return text
    foreign = {
        term: meaning
        for term, (meaning, home) in terms(book).items()
        if home is not page
    }
    return _explained(text, tuple(foreign.items()))


@lru_cache(4096)  # a server asks again for each page after each change
def _explained(text: str, terms: tuple[tuple[str, str], ...]) -> str:
    found = {
        word: " ".join(meaning.split())
        for term, meaning in terms
        for word in _forms(term)
        if word in text
    }
    lines = [f"*[{word}]: {meaning}" for word, meaning in found.items()]
    return "\n".join([text, "", *lines, ""]) if lines else text


def _forms(term: str) -> Iterator[str]:
    """Write a term as sentences have it: small, capital, and more than one."""
    for word in (term, f"{term}s"):
        yield word
        if word[0].islower():
            yield word[0].upper() + word[1:]


def once(html: str) -> str:
    """Keep the explanation of a term's first use on a page, for keyboards too.

    Headings, links, captions and tables are left as plain text.
    """
    html = _NOT_THERE.sub(lambda match: _ABBR.sub(r"\g<text>", match[0]), html)
    seen: set[str] = set()

    def keep(match: "re.Match[str]") -> str:
        if match["title"] in seen:
            return match["text"]
        seen.add(match["title"])
        title = escape(match["title"], quote=True).replace("&amp;", "&")
        return f'<abbr tabindex="0" title="{title}">{match["text"]}</abbr>'

    return _ABBR.sub(keep, html)


def listing(link: "dict[str, str]", book: Book) -> str:
    """List every term with the chapter that introduces it.

    Args:
        link: By path of a page, the Markdown link to it.
        book: The book.
    """
    entries = sorted(terms(book).items(), key=lambda it: it[0].lower())
    return "\n\n".join(
        f"{term}\n:   {' '.join(meaning.split())} {link[page.path]}"
        for term, (meaning, page) in entries
    )
