"""Pages that mkdocs-jupyter renders: what it is given, and its HTML made fit.

mkdocs-jupyter would run a notebook in a kernel of its own. It is given one that holds
what our programs produced, and runs nothing. From its HTML goes what the site has
already or must not have: its style sheet of half a megabyte, scripts, other hosts.
"""

import json
import re
from collections.abc import Callable, Mapping
from html import escape
from posixpath import dirname, join, normpath
from typing import Any

from galley.child.result import Result
from galley.render.expand import Figure
from galley.render.notebook import notebook
from galley.source.book import Book
from galley.source.page import Page

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
    page: Page,
    book: Book,
    results: Mapping[str, Result],
    address: Callable[[str], str | None],
) -> tuple[str, dict[str, Figure]]:
    """Write the notebook that mkdocs-jupyter is given, and the figures it stands for.

    Args:
        page: A chapter.
        book: Its book.
        results: What its programs produced.
        address: The address of a page relative to this one's, by the page's path.
    """
    held = notebook(page, book, results)
    figures: dict[str, Figure] = {}
    alts = [alt for run in page.runs for alt in run.alts]

    def link(match: "re.Match[str]") -> str:
        path = normpath(join(dirname(page.path), match["path"]))
        found = address(path)
        return f"]({found}{match['anchor'] or ''})" if found else match[0]

    for cell in held["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = _LINK.sub(link, "".join(cell["source"]))
            continue
        drawn = iter(_drawn(cell, results))
        for output in cell["outputs"]:
            if "image/svg+xml" in output.get("data", {}):
                name = f"notebook-{len(figures)}"
                figures[name] = Figure(name, next(drawn), alts[len(figures)])
                output["data"] = {"text/html": f'<div data-figure="{name}"></div>'}
    return json.dumps(held, indent=1) + "\n", figures


def _drawn(cell: dict[str, Any], results: Mapping[str, Result]) -> list[str]:
    """List the figures of a cell of code, as SVG."""
    program, name = (cell["metadata"]["galley"][it] for it in ("program", "cell"))
    outputs = results[program].outputs.get(name, ())
    return [output.text for output in outputs if output.kind == "figure"]


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
