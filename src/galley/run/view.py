"""Copies of what programs may see: nobody edits these while a program runs."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

_MADE = 1_600_000_000
"""The time of every file, in seconds since the epoch: no run can depend on it."""


class View:
    """Each content once on disk, under as many names as it has."""

    def __init__(self, folder: Path) -> None:
        """Use an empty folder."""
        self.folder = folder
        self._copies: dict[tuple[str, bytes], Path] = {}
        (folder / "copies").mkdir()

    def show(self, files: Mapping[str, bytes], place: Path) -> None:
        """Put files into a folder.

        Args:
            files: Contents by path.
            place: The folder that paths are relative to.
        """
        for path, content in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).hardlink_to(self._copy(path, content))

    def _copy(self, path: str, content: bytes) -> Path:
        key = path, hashlib.sha256(content).digest()
        if key not in self._copies:
            copy = self._copies[key] = self.folder / "copies" / str(len(self._copies))
            copy.write_bytes(content)
            copy.chmod(0o444)
            os.utime(copy, (_MADE, _MADE))
        return self._copies[key]
