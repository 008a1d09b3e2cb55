"""Replace a site only by a complete one: build beside it, then exchange the two."""

import ctypes
import logging
import os
import shutil
import tempfile
from pathlib import Path

from galley.run.cache import alive

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Staging:
    """A folder beside the site in which the next one is built."""

    def __init__(self, site: Path) -> None:
        """Make the folder; a killed build's folders are swept away."""
        self.site = site
        site.parent.mkdir(parents=True, exist_ok=True)
        for left in site.parent.glob(f".{site.name}.*.part"):
            if not alive(int(left.suffixes[-2][1:].partition("-")[0])):
                shutil.rmtree(left, ignore_errors=True)
        name = f".{site.name}.{os.getpid()}-"
        self.folder = Path(tempfile.mkdtemp(".part", name, site.parent))
        self.folder.chmod(0o755)

    def publish(self, strict: bool) -> Path:
        """Put the new site in place, unless strictness is about to reject it."""
        if strict and _warned():
            self.discard()
        elif self.site.exists():
            _exchange(self.folder, self.site)
            self.discard()
        else:
            self.folder.rename(self.site)
        return self.site

    def discard(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _warned() -> bool:
    """Tell whether MkDocs has counted warnings, for which `--strict` will abort."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(it.get_counts() for it in handlers if hasattr(it, "get_counts"))


def _exchange(new: Path, old: Path) -> None:
    """Exchange two folders, in one step where the system can."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "renameat2"):
        names = os.fsencode(new), os.fsencode(old)
        if not libc.renameat2(
            _AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE
        ):
            return
    aside = new.with_suffix(".old")
    old.rename(aside)
    new.rename(old)
    aside.rename(new)
