"""Pages that mkdocs-jupyter renders: what it is given, and its HTML made fit.

mkdocs-jupyter would run a notebook in a kernel of its own. It is given one that holds
what our programs produced, and runs nothing. From its HTML goes what the site has
already or must not have: its style sheet of half a megabyte, scripts, other hosts.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from posixpath import dirname, join, normpath
from typing import Any

from galley.bound.page import BoundPage, Drawn
from galley.render.notebook import notebook

SUFFIX = "-notebook"
"""A chapter `x.md` with `notebook: true` is published as `x-notebook.ipynb` too."""

_LINK = re.compile(r"\]\((?!https?:|#)(?P<path>[^)\s#]+\.md)(?P<anchor>#[^)\s]*)?\)")
_DROPPED = re.compile(
    r"<style.*?</style>|<script.*?</script>|<link [^>]*>|<!--.*?-->|"
    r'<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>|'
    r'<div class="clipboard-copy-txt".*?</div>|'
    r'<div class="jp-[A-Za-z]*Prompt[^>]*>.*?</div>|'
    r'<div class="jp-Collapser[^>]*>.*?</div>',
    re.DOTALL,
)
_BROKEN = re.compile(r'\s,="[^"]*"|\stabindex="0"')
_INPUT = re.compile(
    r'<div class="highlight-ipynb hl-python"><pre>(.*?)</pre></div>', re.DOTALL
)
_OUTPUT = re.compile(r'(<div class="jp-Rendered[^>]*>)\s*<pre>(.*?)</pre>', re.DOTALL)
_CELL = re.compile(r'<div class="jp-Cell jp-CodeCell[^"]*" id="[^"]*">')
_CODE = re.compile(r"(<pre.*?</pre>|<code.*?</code>|<svg.*?</svg>)", re.DOTALL)
_DISPLAY = re.compile(r"(<p>)?\$\$(.+?)\$\$(?(1)</p>)", re.DOTALL)
_INLINE = re.compile(r"(?<![\\$])\$(?!\$)([^$]+?)(?<!\\)\$")
_DRAWN = re.compile(r'<div data-figure="(?P<name>[\w-]+)"></div>')


def source(
    page: BoundPage, address: Callable[[str], str | None]
) -> tuple[str, dict[str, Drawn]]:
    """Write the notebook that mkdocs-jupyter is given, and the figures it stands for.

    Args:
        page: A chapter.
        address: The address of a page relative to this one's, by the page's path.
    """
    figures: dict[str, Drawn] = {}

    def draw(drawn: Drawn) -> dict[str, Any]:
        name = f"notebook-{len(figures)}"
        figures[name] = replace(drawn, name=name, replay=None)
        return {"text/html": f'<div data-figure="{name}"></div>'}

    def link(match: "re.Match[str]") -> str:
        path = normpath(join(dirname(page.page.path), match["path"]))
        found = address(path)
        return f"]({found}{match['anchor'] or ''})" if found else match[0]

    held = notebook(page, draw)
    for cell in held["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = _LINK.sub(link, "".join(cell["source"]))
    return json.dumps(held, indent=1) + "\n", figures


def fit(html: str, figure: Callable[[str], str]) -> str:
    """Make mkdocs-jupyter's HTML a page of the site.

    Args:
        html: What mkdocs-jupyter rendered.
        figure: The HTML of a figure by its name.
    """
    html = _BROKEN.sub("", _DROPPED.sub("", html))
    # The names by which the site's style sheet knows a program and what it prints.
    html = _CELL.sub('<div class="run">', html)
    html = _INPUT.sub(r'<div class="highlight"><pre><code>\1</code></pre></div>', html)
    html = _OUTPUT.sub(
        r'\1<div class="output highlight"><pre><code>\2</code></pre></div>', html
    )
    parts = _CODE.split(html)
    parts[::2] = [_formulas(part) for part in parts[::2]]
    html = _DRAWN.sub(lambda match: figure(match["name"]), "".join(parts))
    return f'<div class="notebook">{html}</div>'


def _formulas(html: str) -> str:
    """Mark formulas as `pymdownx.arithmatex` does; nbconvert has escaped their text."""
    html = _DISPLAY.sub(r'<div class="arithmatex">\\[\2\\]</div>', html)
    html = _INLINE.sub(r'<span class="arithmatex">\\(\1\\)</span>', html)
    return html.replace(r"\$", escape("$"))
