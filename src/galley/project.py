"""Where a book's files are and what its programs may use: `[tool.galley]`."""

import math
import os
import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from galley.problems import BookError, Place, Problem, suggest

_FILE = "pyproject.toml"
_FOLDERS = ("docs", "snippets", "src")
_KINDS = {
    "bool": "true or false",
    "str": "a text",
    "int": "a whole number, 1 or more",
    "float": "a number above 0",
}
SHARED = "GALLEY_RESULTS"
"""The environment variable that takes the place of the setting `results`."""


@dataclass(frozen=True)
class Project:
    """A book's folders and limits; folders are relative to `root`."""

    root: Path
    docs: str = "docs"
    snippets: str = "snippets"
    src: str = "src"
    cache: str = ".cache/galley"
    results: str = ""
    """The folder of kept results, which may be shared; empty: within `cache`."""
    time_limit: float = 60.0
    """Seconds for which one program may work; it may wait ten times as long."""
    output_limit: int = 1_000_000
    """Bytes that one program may print."""
    memory_limit: float = 8.0
    """Gigabytes that each process of a program may hold."""
    budget_program: float = math.inf
    """Seconds of one core that one program may cost, as it was accepted."""
    budget_book: float = math.inf
    """Seconds of one core that all programs together may cost, as accepted."""
    hold_numbers: bool = False
    """Numbers that sentences type must stand in a run, a claim or a formula beside."""
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    """Programs that run at the same time."""

    @classmethod
    def find(cls, start: Path) -> "Project":
        """Read the settings of the nearest `pyproject.toml` with a `[tool.galley]`.

        Raises:
            BookError: There is no such file, or something in it is wrong.
        """
        for folder in (start, *start.parents):
            path = folder / "pyproject.toml"
            if not path.is_file():
                continue
            tool = _read(path).get("tool")
            if isinstance(tool, dict) and "galley" in tool:
                return cls._from(folder, tool["galley"])
        raise BookError(
            [
                Problem(
                    Place(str(start)),
                    "no book here or in a folder above",
                    ("a book has a `pyproject.toml` with a table `[tool.galley]`",),
                    "change into the folder of a book",
                )
            ]
        )

    @classmethod
    def _from(cls, root: Path, settings: object) -> "Project":
        if not isinstance(settings, dict):
            fact = f"`galley` must be a table, and is {settings!r}"
            raise BookError([Problem(Place(_FILE), fact, (), "write `[tool.galley]`")])
        kinds = {it.name: getattr(it.type, "__name__", "") for it in fields(cls)}
        known = {name: kind for name, kind in kinds.items() if name != "root"}
        problems = [
            problem
            for name, value in settings.items()
            if (problem := _wrong(root, name, value, known))
        ]
        if problems:
            raise BookError(problems)
        if shared := os.environ.get(SHARED):
            settings = {**settings, "results": shared}
        return cls(root, **settings)

    @property
    def docs_dir(self) -> Path:
        """The folder of the pages."""
        return self.root / self.docs

    @property
    def snippets_dir(self) -> Path:
        """The folder of the programs and of what they are accepted to print."""
        return self.root / self.snippets

    @property
    def src_dir(self) -> Path:
        """The folder of the packages that pages quote."""
        return self.root / self.src

    @property
    def cache_dir(self) -> Path:
        """The folder of what can be made again."""
        return self.root / self.cache

    @property
    def results_dir(self) -> Path:
        """The folder of kept results."""
        return self.root / self.results if self.results else self.cache_dir / "results"


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or not even a text
        line = re.search(r"at line (\d+)", str(error))
        place = Place(_FILE, int(line[1]) if line else 0)
        fact = f"cannot be read: {error}"
        raise BookError([Problem(place, fact, (), "mend the file")]) from error


def _wrong(
    root: Path, name: str, value: object, known: dict[str, str]
) -> Problem | None:
    """Say what is wrong with one setting, if something is."""
    if name not in known:
        details = suggest(name, list(known), "settings")
        return Problem(
            Place(_FILE), f"no setting `{name}`", details, f"remove `{name}`"
        )
    kind, number = known[name], isinstance(value, int | float) and value is not True
    fits = {
        "str": isinstance(value, str),
        "bool": isinstance(value, bool),
        "int": type(value) is int and value > 0,
        "float": number and 0 < float(str(value)) < math.inf,
    }
    if not fits[kind]:
        fact = f"`{name}` must be {_KINDS[kind]}, and is {value!r}"
        return Problem(Place(_FILE), fact, (), f"mend `{name}`")
    if name in _FOLDERS and not (root / str(value)).is_dir():
        there = sorted(
            it.name for it in root.iterdir() if it.is_dir() and it.name[0] != "."
        )
        fact = f"`{name}` names the folder `{value}`, which is not there"
        details = suggest(str(value), there, "folders")
        return Problem(
            Place(_FILE), fact, details, f"mend `{name}`, or make the folder"
        )
    return None
