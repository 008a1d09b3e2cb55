"""One style sheet for the whole site, since a browser draws nothing before it has all.

Material's comes first, then KaTeX's, then the book's own, which has the last word. Some
of Material's is left out, unseen, since it would have a browser work out the style of
every element once more: the second sheet, of palettes that the book does not use; the
rules for tabs, which ask above any element whether scripts are on; and, within the
rules for what begins and ends a cell, that its table is of no class, which asks after
every change of a class.
"""

import re
from collections.abc import Sequence
from pathlib import Path

ADDRESS = "assets/style.css"
"""Where the site has it; the addresses within are relative to it."""

_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_CELL = re.compile(r"table:not\(\[class\]\) (?=t[dh]>:)")
_NOTE = re.compile(r"/\*# sourceMappingURL=.*?\*/|^@charset [^;]*;")


def joined(theme: Sequence[str], katex: Path) -> str:
    """Write the style sheet.

    Args:
        theme: The folders of the theme; the first that has a file counts.
        katex: KaTeX's style sheet, whose fonts the site has below `assets/katex/`.
    """
    fonts = katex.read_text().replace("url(fonts/", "url(katex/fonts/")
    material, own = (
        _first(theme, f"assets/{name}").read_text()
        for name in ("stylesheets/main.*.css", "book.css")
    )
    parts = (_CELL.sub("", _RULE.sub(_kept, material)), fonts, own)
    return "\n".join(_NOTE.sub("", it).strip() for it in parts) + "\n"


def _kept(rule: re.Match[str]) -> str:
    return "" if all(".tabbed-" in it for it in rule[1].split(",")) else rule[0]


def _first(folders: Sequence[str], pattern: str) -> Path:
    return next(path for it in folders for path in sorted(Path(it).glob(pattern)))
