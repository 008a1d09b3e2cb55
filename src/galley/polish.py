"""A Markdown extension for two things that a page should not have to write.

What a section is for stands above what it is about: `## By hand: three steps` stays
that in the table of contents; on the page, "By hand" becomes a small line above the
heading "Three steps". And an empty corner of a table is no heading of its column.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_STEP = re.compile(r"(Predict|By hand|Run|Look|Break it|Prove it): +")


class _Polish(Treeprocessor):
    def run(self, root: Element) -> None:
        """Divide the headings that begin with the name of a step; mend the corners."""
        for heading in root.iter("h2"):
            match = _STEP.match(heading.text or "")
            if match:
                _divide(heading, match)
        for cell in root.iter("th"):
            if not (cell.text or "").strip() and not len(cell):
                cell.tag = "td"


def _divide(heading: Element, match: re.Match[str]) -> None:
    content = list(heading)
    rest = (heading.text or "")[match.end() :]
    heading.text = None
    heading[:] = []
    step = SubElement(heading, "span", {"class": "step"})
    step.text = match[1]
    SubElement(step, "span", {"class": "unseen"}).text = ": "
    about = SubElement(heading, "span", {"class": "about"})
    about.text = rest[:1].upper() + rest[1:]
    about.extend(content)


class Polish(Extension):
    """Registers the tree processor after `toc`, which reads the whole heading."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, Markdown's name
        """Register."""
        md.treeprocessors.register(_Polish(md), "polish", 4)


def makeExtension(**settings: object) -> Polish:  # noqa: N802, Markdown's name
    """Make the extension, as Markdown asks for it."""
    return Polish(**settings)
