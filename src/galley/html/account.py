"""Is everything in a page's HTML ours, and is all that is ours there? Pure.

Markdown has many ways to show code; only fences are read as blocks. And text that was
meant for the engine, or for the formula renderer, may reach readers as it stands.
Here what a generator made of a page is held against what the page was compiled from.
"""

import html as html_
import re
from collections import Counter
from collections.abc import Iterator

from galley.bound.page import BoundPage, Code, Drawn, Embed, Words
from galley.html import formulas
from galley.html.finish import TOKEN
from galley.problems import Place, Problem
from galley.render import markdown
from galley.render.words import plain, words
from galley.source.inline import without_code

_PRE = re.compile(r"<pre\b[^>]*>(.*?)</pre>", re.DOTALL)
_REFERENCE = re.compile(r'<div class="doc doc-(?:object|contents)')
"""What mkdocstrings writes of a package begins so; its code is the package's own."""
_TAG = re.compile(r"<[^>]*>")
_NOT_PROSE = re.compile(
    r"<(pre|code|svg|script|style|figure)\b.*?</\1>|"
    r'<(span|div) class="arithmatex">.*?</\2>',
    re.DOTALL,
)
_LEFT = re.compile(
    r"--8<--|^/// ?\w*|^(?:!!!|\?\?\?\+?) \w|\{(?:python|claim)\} |galleyfigure\w+",
    re.MULTILINE,
)
_TEX = re.compile(
    r"(?<!\\)\$\$(.+?)(?<!\\)\$\$|(?<![\\$])\$([^$]+?)(?<!\\)\$(?!\$)", re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def unaccounted(html: str, page: BoundPage, place: Place) -> Iterator[Problem]:
    """Find code, figures, formulas and marks that are not where they belong.

    Args:
        html: The content of a page as a generator made it of the compiled page, with
            tokens for its figures and TeX in its formulas.
        page: What the page was compiled from.
        place: Its name in messages.
    """
    yield from _code(html, page, place)
    yield from _figures(html, page, place)
    yield from _formulas(html, page, place)
    for left in _LEFT.finditer(_text(_NOT_PROSE.sub("", TOKEN.sub("", html)))):
        fact = f"left as text on the page: `{left[0].strip()}`"
        details = ("inside HTML, a quotation or an indent, nothing reads it",)
        yield Problem(place, fact, details)


def _code(html: str, page: BoundPage, place: Place) -> Iterator[Problem]:
    reference = _REFERENCE.search(html)
    ours = _blocks(html[: reference.start()] if reference else html)
    due = Counter(_shown(page))
    for text in ours - due:
        fact = "code on the page that is no block of it"
        details = (*text.split("\n")[:5], "an indent, a quotation or HTML made it code")
        yield Problem(place, fact, details, "write it as a fenced block of a class")
    for text in due - _blocks(html):
        fact = "a block that is not on the page as it is"
        yield Problem(place, fact, tuple(text.split("\n")[:5]))


def _blocks(html: str) -> Counter[str]:
    return Counter(_text(it).removesuffix("\n") for it in _PRE.findall(html))


def _shown(page: BoundPage) -> Iterator[str]:
    for part in page.parts:
        match part:
            case Embed(block, _, cell, _, shown):
                if block.source != "none":
                    yield cell.source
                for it in shown:
                    if not isinstance(it, Drawn):
                        yield markdown.output(it.text)
            case Code(_, text):
                yield text.strip("\n")


def _figures(html: str, page: BoundPage, place: Place) -> Iterator[Problem]:
    due = [it for embed in page.embeds for it in embed.shown if isinstance(it, Drawn)]
    there = len(TOKEN.findall(html))
    if there != len(due):
        fact = f"{len(due)} figures, and {there} of them are on the page"
        yield Problem(place, fact, ("a figure stands in a block of its own",))


def _formulas(html: str, page: BoundPage, place: Place) -> Iterator[Problem]:
    there = Counter(_lines(it.tex) for it in formulas.find(html))
    due: Counter[str] = Counter()
    for part in page.parts:
        if isinstance(part, Words):
            text = "".join(words(part, plain, lambda _: ""))
            text = _COMMENT.sub("", without_code(text))
            due.update(_lines(a or b) for a, b in _TEX.findall(text))
    for tex in due - there:
        fact = "a formula that is not on the page"
        details = (tex, "a display stands between blank lines, indented by 0, 4, 8 …")
        yield Problem(place, fact, details)


def _text(html: str) -> str:
    return html_.unescape(_TAG.sub("", html))


def _lines(text: str) -> str:
    """Compare without the blanks that Markdown may move."""
    return "\n".join(line.strip() for line in text.split("\n")).strip()
