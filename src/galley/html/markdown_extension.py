"""A Markdown extension for four things that a page should not have to write.

What a section is for stands above what it is about: `## By hand: three steps` stays
that in the table of contents; on the page, "By hand" becomes a small line above the
heading "Three steps". An empty corner of a table is no heading of its column. A number
like 11 008 stays on one line. And a third of a page's elements are not sent: those
around names and signs of programs, which the theme shows as they are.
"""

import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

_NAME = re.compile(r"\S*[._(]\S")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
#: Names, of modules, classes and functions too; operators, punctuation, white space.
_UNCOLOURED = re.compile(r'<span class="(?:n|nn|nc|nf|fm|o|p|w)">([^<]*)</span>')


class _Polish(Treeprocessor):
    def __init__(self, md: Markdown, steps: Iterable[str]) -> None:
        super().__init__(md)
        names = "|".join(map(re.escape, steps))
        self._step = re.compile(rf"({names}): +" if names else r"(?!)")

    def run(self, root: Element) -> None:
        """Divide the headings that begin with the name of a step; mend the corners."""
        for heading in root.iter("h2"):
            match = self._step.match(heading.text or "")
            if match:
                _divide(heading, match)
        for cell in root.iter("th"):
            if not (cell.text or "").strip() and not len(cell):
                cell.tag = "td"
        for element in root.iter():
            if element.tag not in ("code", "pre", "script") and not _is_formula(
                element
            ):
                element.text = _whole(element.text)
            element.tail = _whole(element.tail)


def _is_formula(element: Element) -> bool:
    return "arithmatex" in element.get("class", "")


def _whole(text: str | None) -> str | None:
    """Keep the thousands of a number on the line of the number."""
    return _THOUSANDS.sub("\N{NO-BREAK SPACE}", text) if text else text


def _divide(heading: Element, match: re.Match[str]) -> None:
    content = list(heading)
    rest = (heading.text or "")[match.end() :]
    heading.text = None
    heading[:] = []
    step = SubElement(heading, "span", {"class": "step"})
    step.text = match[1]
    SubElement(step, "span", {"class": "unseen"}).text = ": "
    about = SubElement(heading, "span", {"class": "about"})
    about.text = _capital(rest)
    about.extend(content)
    if not rest and content and content[0].tag == "abbr":  # a term of the glossary
        content[0].text = _capital(content[0].text or "")


def _capital(text: str) -> str:
    """Begin with a capital, unless a name of a program stands there."""
    return text if _NAME.match(text) else text[:1].upper() + text[1:]


class _Slim(Postprocessor):
    def run(self, text: str) -> str:
        """Take the elements from around what has no colour of its own."""
        return _UNCOLOURED.sub(r"\1", text)


class Polish(Extension):
    """Comes after `toc`, which reads whole headings, and when code is in its place."""

    def __init__(self, **settings: Any) -> None:
        """Take the settings of a book.

        Args:
            settings: `steps` names what a section may be for.
        """
        self.config = {"steps": [[], "What a section may be for"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, Markdown's name
        """Register."""
        md.treeprocessors.register(_Polish(md, self.getConfig("steps")), "polish", 4)
        md.postprocessors.register(_Slim(md), "slim", 25)


def makeExtension(**settings: Any) -> Polish:  # noqa: N802, Markdown's name
    """Make the extension, as Markdown asks for it."""
    return Polish(**settings)
