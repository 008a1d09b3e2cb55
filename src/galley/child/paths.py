"""Paths of this machine in what a program produced are written as on any other."""

import sys
import sysconfig
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

_Any = TypeVar("_Any")


class Paths:
    """The folders that stand elsewhere on another machine, and how to write them."""

    def __init__(self, root: Path) -> None:
        """Know where the book, Python and its packages are.

        Args:
            root: The folder of the book; what is in it is written relative to it.
        """
        packages, library = (sysconfig.get_path(it) for it in ("purelib", "stdlib"))
        engine = Path(__file__).parents[2]
        short = {
            f"{engine}/": "",
            f"{packages}/": "site-packages/",
            f"{library}/": "python/",
            f"{sys.prefix}/": "python/",
            f"{root}/": "",
            f"{root}": ".",
        }
        # The longest first: an environment may stand in its book.
        self._short = sorted(short.items(), key=lambda it: -len(it[0]))

    def hidden(self, it: _Any) -> _Any:
        """Copy plain data, and dataclasses of them, without those paths."""
        return self._hidden(it)  # type: ignore[no-any-return]

    def _hidden(self, it: Any) -> Any:
        if isinstance(it, str):
            for path, written in self._short:
                it = it.replace(path, written) if path in it else it
            return it
        if isinstance(it, dict):
            return {key: self._hidden(value) for key, value in it.items()}
        if isinstance(it, list | tuple):
            return type(it)(map(self._hidden, it))
        if is_dataclass(it) and not isinstance(it, type):
            parts = {f.name: self._hidden(getattr(it, f.name)) for f in fields(it)}
            return replace(it, **parts)
        return it
