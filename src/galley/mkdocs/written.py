"""While pages are served: what earlier builds have written, and what of it must go.

Each build writes into the same folder, and MkDocs removes nothing there when it keeps
pages that stand. What it writes besides, such as the index of the search, is the same
few files each time.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.structure.files import Files


class Written:
    """The files of a served site, as far as they come and go with its pages."""

    def __init__(self) -> None:
        """Begin with an empty folder."""
        self._files: set[str] = set()
        self._beside: dict[str, set[str]] = {}

    def sweep(self, site: Path, files: Files, stands: Callable[[str], bool]) -> None:
        """Remove what no build would write now, before this one writes anything.

        Afterwards would be too late where `New/` and `new/` are the same folder.

        Args:
            site: The folder that is served.
            files: What this build is about to write there.
            stands: Whether a page stays as it is, and what lies beside it with it.
        """
        now = {
            it.dest_uri
            for it in files
            if it.inclusion.is_in_serve()  # type: ignore[no-untyped-call]
        }
        gone = self._files.union(
            *(self._beside.pop(uri) for uri in [*self._beside] if not stands(uri))
        )
        for name in gone - now:
            _remove(site, name)
        self._files = now

    def add(self, uri: str, names: Iterable[str]) -> None:
        """Note what was written beside a page for readers to take along."""
        self._beside[uri] = set(names)


def _remove(site: Path, name: str) -> None:
    """Remove a file of a site, and the folders that are empty without it."""
    path = site / name
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == site or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
