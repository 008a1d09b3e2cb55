"""The formulas of a page: found in its HTML, and replaced by what KaTeX made of them.

Pure functions on text; `katex` does the rendering.
"""

import html as html_
import re
import unicodedata
from collections.abc import Callable, Iterator

from galley.html.katex import Formula, FormulaError, Rendered
from galley.problems import Place, Problem

_WRAPPED = re.compile(
    r'<(span|div) class="arithmatex">(.*?)</\1>([,.;:!?)’”]*)', re.DOTALL
)
_PIECE = '<span class="katex-base">'
_SHORT = 16
"""Characters of a formula that stays on one line of a sentence."""
_RAW = re.compile(r"\\\((.+?)\\\)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?\w+")


def find(html: str) -> list[Formula]:
    """List the formulas that `pymdownx.arithmatex` marked, in order."""
    return [_formula(match[2]) for match in _WRAPPED.finditer(html)]


def replace(html: str, rendered: Rendered) -> str:
    """Put rendered formulas in the place of their TeX; those in error stay TeX."""

    def put(match: re.Match[str]) -> str:
        formula, after = _formula(match[2]), match[3]
        result = rendered.get(formula)
        if not isinstance(result, str):
            return match[0]
        if match[1] == "div":
            return f'<div class="arithmatex">{result}</div>{after}'
        short = " short" if len(plain(formula.tex)) <= _SHORT else ""
        if after:
            # Punctuation must not begin the next line, which it may after KaTeX's
            # boxes. Kept together, a long formula can still be broken between them.
            result = result.replace(_PIECE, f"<wbr>{_PIECE}").replace("<wbr>", "", 1)
        shown = f'<span class="arithmatex{short}">{result}</span>'
        return f'<span class="glued">{shown}{after}</span>' if after else shown

    return _WRAPPED.sub(put, html)


def _formula(wrapped: str) -> Formula:
    text = html_.unescape(wrapped).strip()
    return Formula(text[2:-2].strip(), display=text.startswith(r"\["))


def refused(rendered: Rendered, place: Callable[[Formula], Place]) -> Iterator[Problem]:
    """Say which formulas KaTeX cannot render, and why.

    Args:
        rendered: What became of each.
        place: Says where a formula stands.
    """
    for formula, result in rendered.items():
        if isinstance(result, FormulaError):
            details = (formula.tex, result.message)
            yield Problem(place(formula), "bad formula", details)


def find_raw(html: str) -> list[Formula]:
    r"""List the formulas left as `\(…\)` where headings are repeated: in navigation."""
    parts = _parts(html)
    return [
        Formula(html_.unescape(tex))
        for part, place in parts
        if place == "nav"
        for tex in _RAW.findall(part)
    ]


def replace_raw(html: str, rendered: Rendered) -> str:
    """Render what `find_raw` finds; in the title and attributes, write plain text."""

    def put(match: re.Match[str]) -> str:
        result = rendered.get(Formula(html_.unescape(match[1])))
        return result if isinstance(result, str) else match[0]

    def flat(match: re.Match[str]) -> str:
        return html_.escape(plain(html_.unescape(match[1])))

    changed = {"nav": put, "plain": flat}
    return "".join(
        _RAW.sub(changed[place], part) if place in changed else part
        for part, place in _parts(html)
    )


def _parts(html: str) -> list[tuple[str, str]]:
    """Split HTML at its tags; each part is in `nav`, `plain` (only text) or neither."""
    if r"\(" not in html:
        return [(html, "")]
    parts = []
    depth, title = 0, False
    for part in _TAG.split(html):
        if part.startswith("<"):
            opened = _NAME.match(part)
            name = opened[0] if opened else ""
            depth += {"<nav": 1, "</nav": -1}.get(name, 0)
            title = name == "<title" or (title and name != "</title")
            parts.append((part, "plain"))
        else:
            parts.append((part, "plain" if title else "nav" if depth else ""))
    return parts


def plain(tex: str) -> str:
    r"""Write a short formula as text, for where HTML cannot stand: `\eta` is η."""

    def symbol(command: re.Match[str]) -> str:
        try:
            return unicodedata.lookup(f"GREEK SMALL LETTER {command[1]}")
        except KeyError:
            return command[1]

    return re.sub(r"[{}]", "", re.sub(r"\\([A-Za-z]+|.)\s*", symbol, tex))
