"""While pages are served: which pages of the last build are what they would be now.

A page depends on its own Markdown and figures, and on what all pages share: settings,
theme, the sources behind the reference, titles and addresses in the navigation. Where
both are the same, MkDocs is told that the page has not been modified (as with its own
`--dirty`, which looks at the time of one file and not at what the page depends on),
and what other pages ask of it is carried over.
"""

import functools
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

#: What rendering leaves behind on a page: for titles, contents and links to anchors.
_RENDERED = (
    "title",
    "markdown",
    "meta",
    "content",
    "toc",
    "_title_from_render",
    "present_anchor_ids",
    "links_to_anchors",
)


class Reuse:
    """The pages of the last build, by digests of what they were made from."""

    def __init__(self) -> None:
        """Begin with nothing: every page is new."""
        self.forget()

    def forget(self) -> None:
        """Make all pages new in the next build."""
        self._made_from: dict[str, str] = {}
        self._now: dict[str, str] = {}
        self._pages: dict[str, Page] = {}
        self._entries: list[dict[str, Any]] = []

    def begin(self, shared: Iterable[str], own: dict[str, str]) -> None:
        """Say what this build makes its pages from.

        Args:
            shared: What every page depends on.
            own: By path of a page, what it alone depends on.
        """
        common = _digest("\0".join(shared))
        self._now = {uri: _digest(common + text) for uri, text in own.items()}

    def stands(self, uri: str) -> bool:
        """Whether a page of the last build is what this build would make."""
        return uri in self._pages and self._now.get(uri) == self._made_from.get(uri)

    def carry_over(self, files: Files) -> None:
        """Tell MkDocs which pages it may leave as they are."""
        for file in files.documentation_pages():
            stands = self.stands(file.src_uri)
            modified = functools.partial(bool, not stands)
            file.is_modified = modified  # type: ignore[method-assign]
            if stands and file.page:
                old = vars(self._pages[file.src_uri])
                vars(file.page).update({n: old[n] for n in _RENDERED if n in old})

    def search(self, files: Files, entries: list[dict[str, Any]]) -> None:
        """Put into an index of the search what it said of the pages that stand."""
        urls = {
            file.page.url
            for file in files.documentation_pages()
            if file.page and self.stands(file.src_uri)
        }
        entries += [
            it for it in self._entries if it["location"].partition("#")[0] in urls
        ]

    def end(self, files: Files, entries: list[dict[str, Any]]) -> None:
        """Keep what the next build may reuse."""
        self._made_from = self._now
        self._entries = list(entries)
        self._pages = {
            file.src_uri: file.page
            for file in files.documentation_pages()
            if file.page and file.page.content is not None
        }


def stamps(folder: Path) -> list[str]:
    """List the files of a folder with the time and size that change with them."""
    return [
        f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
