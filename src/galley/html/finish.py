"""Put into any generator's HTML what its Markdown could not carry. Pure."""

import re
from collections.abc import Mapping

from galley.bound.page import Drawn
from galley.html import formulas
from galley.html.katex import Formula, Rendered
from galley.render import svg
from galley.render.pages import glossary

TOKEN = re.compile(r"<p>(galleyfigure\w+)</p>")
"""What stands for a figure in the HTML of a compiled page."""


def needed(html: str) -> list[Formula]:
    """List the formulas of a page, and of the headings that its navigation repeats."""
    return [*formulas.find(html), *formulas.find_raw(html)]


def finish(html: str, figures: Mapping[str, Drawn], rendered: Rendered) -> str:
    """Put figures and formulas in their places, and explain each term once.

    Args:
        html: A page, whole, as a generator made it of compiled Markdown.
        figures: The figures of the page, by token.
        rendered: What KaTeX made of the formulas that it needs.
    """
    html = glossary.once(html)
    html = formulas.replace_raw(formulas.replace(html, rendered), rendered)
    return TOKEN.sub(lambda match: _placed(match, figures), html)


def _placed(match: "re.Match[str]", figures: Mapping[str, Drawn]) -> str:
    return figure(figures[match[1]]) if match[1] in figures else match[0]


def figure(drawn: Drawn) -> str:
    """Draw a figure as it stands on a page."""
    if drawn.replay is not None:
        # With Matplotlib's ticks, which few builds need.
        from galley.render.slider.html import element_html

        return element_html(drawn.replay, drawn.alt, drawn.name)
    drawing = svg.site_svg(drawn.figure.svg, drawn.alt, drawn.name)
    return f'<figure class="plot">{drawing}</figure>'
