"""One style sheet for the whole site, since a browser draws nothing before it has all.

Material's comes first, then KaTeX's, then the book's own, which has the last word.
Material's second one, of palettes that the book does not use, is left out: with each
change of colours it would have a browser work out the style of every element.
"""

import re
from collections.abc import Sequence
from pathlib import Path

ADDRESS = "assets/style.css"
"""Where the site has it; the addresses within are relative to it."""

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
    return "\n".join(_NOTE.sub("", it).strip() for it in (material, fonts, own)) + "\n"


def _first(folders: Sequence[str], pattern: str) -> Path:
    return next(path for it in folders for path in sorted(Path(it).glob(pattern)))
