"""One style sheet for the whole site, since a browser draws nothing before it has all.

Where the theme is Material, its own comes first, in a layer that any other rule wins
over, and what reaches into it in a second one. Then come KaTeX's, the engine's, and the
book's, which has the last word. Some of Material's is left out, unseen, since it would
have a browser work out the style of every element once more: the second sheet, of
palettes that the book does not use; the rules for tabs, which ask above any element
whether scripts are on; and, within the rules for what begins and ends a cell, that its
table is of no class, which asks after every change of a class.
"""

import re
from collections.abc import Sequence
from pathlib import Path

ADDRESS = "assets/style.css"
"""Where the site has it; the addresses within are relative to it."""
LOOK = Path(__file__).parent / "look"
"""What every page needs, whatever the theme."""
MATERIAL = Path(__file__).parent / "material"
"""What reaches into Material: a folder of its theme."""

_MAIN = "assets/stylesheets/main.*.css"
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_CELL = re.compile(r"table:not\(\[class\]\) (?=t[dh]>:)")
_NOTE = re.compile(r"/\*# sourceMappingURL=.*?\*/|^@charset [^;]*;")


def joined(theme: Sequence[str], katex: Path) -> str:
    """Write the style sheet.

    Args:
        theme: The folders of the theme; the first that has a file counts.
        katex: KaTeX's style sheet, whose fonts the site has below `assets/katex/`.
    """
    material = _CELL.sub("", _RULE.sub(_kept, _first(theme, _MAIN)))
    parts = (
        _layer("theme", material),
        _layer("material", _first(theme, "assets/material.css") if material else ""),
        katex.read_text().replace("url(fonts/", "url(katex/fonts/"),
        (LOOK / "galley.css").read_text(),
        _first(theme, "assets/book.css"),
    )
    return "\n".join(it.strip() for it in parts if it) + "\n"


def beside_material(theme: Sequence[str]) -> int:
    """Find the place of Material's folder in a theme; -1 if it is another theme."""
    return next((n for n, it in enumerate(theme) if [*Path(it).glob(_MAIN)]), -1)


def _layer(name: str, text: str) -> str:
    return f"@layer {name} {{\n{_NOTE.sub('', text).strip()}\n}}" if text else ""


def _kept(rule: re.Match[str]) -> str:
    return "" if all(".tabbed-" in it for it in rule[1].split(",")) else rule[0]


def _first(folders: Sequence[str], pattern: str) -> str:
    paths = (path for it in folders for path in sorted(Path(it).glob(pattern)))
    path = next(paths, None)
    return path.read_text() if path else ""
