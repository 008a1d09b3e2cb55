"""A Markdown extension: what a section is for stands above what it is about.

`## By hand: three steps` stays that in the table of contents; on the page, "By hand"
becomes a small line over the heading "Three steps".
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_STEP = re.compile(r"(Predict|By hand|Run|Look|Break it|Prove it): +")


class _Steps(Treeprocessor):
    def run(self, root: Element) -> None:
        """Divide every heading that begins with the name of a step."""
        for heading in root.iter("h2"):
            match = _STEP.match(heading.text or "")
            if match:
                _divide(heading, match)


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


class Steps(Extension):
    """Registers the tree processor after `toc`, which reads the whole heading."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, Markdown's name
        """Register."""
        md.treeprocessors.register(_Steps(md), "steps", 4)


def makeExtension(**settings: object) -> Steps:  # noqa: N802, Markdown's name
    """Make the extension, as Markdown asks for it."""
    return Steps(**settings)
