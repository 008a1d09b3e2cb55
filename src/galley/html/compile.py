"""A book as final Markdown and what goes with it: all that a generator needs of us."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from galley.bound.book import Bound
from galley.bound.page import BoundPage, Drawn
from galley.html import katex, stylesheet
from galley.render.files import take_along
from galley.render.pages.chapter import furnish, listings
from galley.render.site import site

SCRIPT = "assets/replay.js"
"""Where the site has the script of interactive figures."""


@dataclass(frozen=True)
class Compiled:
    """A page that any generator can turn into HTML; `finish` completes that."""

    markdown: str
    figures: dict[str, Drawn]
    """By the token that stands for each in the Markdown and in its HTML."""


def compile(bound: Bound) -> dict[str, Compiled]:
    """Write every page of a book; by its path relative to the folder of the pages."""
    return {uri: _compiled(page, bound) for uri, page in bound.pages.items()}


def _compiled(page: BoundPage, bound: Bound) -> Compiled:
    expansion = site(page, listings(page.page, bound))
    return Compiled(furnish(expansion.text, page, bound), expansion.figures)


def assets(cache: Path) -> dict[str, Path]:
    """List what pages load from the site itself: address and file.

    Args:
        cache: A folder for what npm installs; see `katex.install`.
    """
    installed = katex.assets(katex.install(cache))
    files = {f"assets/{it}": path for it, path in installed.items()}
    return {**files, SCRIPT: stylesheet.LOOK / "replay.js"}


def style(cache: Path, theme: Sequence[str]) -> str:
    """Write the style sheet, for the address that `stylesheet` names.

    Args:
        cache: As in `assets`.
        theme: The folders of the theme, the book's own first.
    """
    return stylesheet.joined(theme, katex.style(katex.install(cache)))


def beside(page: BoundPage) -> dict[str, str]:
    """Write what readers can take along from a page, by its address in the site."""
    path = PurePosixPath(page.page.path)
    home = path.parent if path.stem in ("index", "README") else path.with_suffix("")
    return {str(home / name): text for name, text in take_along(page)}
