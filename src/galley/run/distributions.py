"""Which versions of which installed distributions does a program import?"""

import re
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

_REQUIRES = re.compile(r"^Requires-Dist: ([\w.-]+)(.*)$", re.MULTILINE)

_FIRST = re.compile(r"^(\w+)(?=/\w|\.)", re.MULTILINE)


class Distributions:
    """What is installed, as the folders of packages say it."""

    def __init__(self) -> None:
        """Look at nothing yet."""
        self._sets: dict[frozenset[str], dict[str, str]] = {}

    def versions(self, modules: Iterable[str]) -> dict[str, str]:
        """Find the distributions of modules, and what these require, with versions.

        Args:
            modules: Names without a dot; those of the standard library do not count.
        """
        return self._with_requirements(frozenset(self._owning(modules)))

    def named(self, modules: Iterable[str]) -> dict[str, str]:
        """Find the distributions of modules themselves, in their order, with versions.

        Args:
            modules: As in `versions`.
        """
        return {name: self._version(name) for name in self._owning(modules)}

    def _owning(self, modules: Iterable[str]) -> list[str]:
        wanted = (it for it in modules if it not in sys.stdlib_module_names)
        return list(
            dict.fromkeys(self._owners[it] for it in wanted if it in self._owners)
        )

    def _version(self, name: str) -> str:
        return self._folders[name].name.split("-")[1][: -len(".dist")]

    def _with_requirements(self, names: frozenset[str]) -> dict[str, str]:
        if names in self._sets:
            return self._sets[names]
        waiting = list(names)
        found: dict[str, str] = {}
        while waiting:
            name = waiting.pop()
            if name in self._folders and name not in found:
                found[name] = self._version(name)
                waiting += self._required(name)
        return self._sets.setdefault(names, dict(sorted(found.items())))

    @cached_property
    def _folders(self) -> dict[str, Path]:
        """Find what describes each distribution, the first on the path first."""
        found: dict[str, Path] = {}
        for place in map(Path, sys.path):
            for folder in place.glob("*-*.dist-info") if place.is_dir() else ():
                found.setdefault(_canonical(folder.name.split("-")[0]), folder)
        return found

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Find the distribution of each module that can be imported."""
        found: dict[str, str] = {}
        for name, folder in self._folders.items():
            listed = folder / "top_level.txt"
            if listed.is_file():
                tops = listed.read_text().split()
            elif (files := folder / "RECORD").is_file():
                tops = _FIRST.findall(files.read_text())
            else:  # of the system's packages: it is called as its module is
                tops = [name.replace("-", "_")]
            found |= dict.fromkeys(tops, name)
        return found

    def _required(self, name: str) -> list[str]:
        text = (self._folders[name] / "METADATA").read_text()
        found = _REQUIRES.finditer(text.partition("\n\n")[0])
        return [_canonical(it[1]) for it in found if "extra ==" not in it[2]]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
