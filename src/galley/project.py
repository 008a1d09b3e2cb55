"""Where a book's files are and what its programs may use: `[tool.galley]`."""

import math
import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path

from galley.problems import BookError, Place, Problem

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
    """Seconds of wall time that one program may take."""
    output_limit: int = 1_000_000
    """Bytes that one program may print."""
    budget_program: float = math.inf
    """Seconds of one core that one program may cost, as it was accepted."""
    budget_book: float = math.inf
    """Seconds of one core that all programs together may cost, as accepted."""
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    """Programs that run at the same time."""

    @classmethod
    def find(cls, start: Path) -> "Project":
        """Read the settings of the nearest `pyproject.toml` with a `[tool.galley]`.

        Raises:
            BookError: There is no such file, or it has an unknown setting.
        """
        for folder in (start, *start.parents):
            path = folder / "pyproject.toml"
            if not path.is_file():
                continue
            settings = tomllib.loads(path.read_text())
            if (ours := settings.get("tool", {}).get("galley")) is not None:
                return cls._from(folder, ours)
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
    def _from(cls, root: Path, settings: dict[str, object]) -> "Project":
        known = [f.name for f in fields(cls) if f.name != "root"]
        if unknown := [name for name in settings if name not in known]:
            detail = f"settings: {', '.join(known)}"
            raise BookError(
                Problem(Place("pyproject.toml"), f"no setting `{name}`", (detail,))
                for name in unknown
            )
        if shared := os.environ.get(SHARED):
            settings = {**settings, "results": shared}
        return cls(root, **settings)  # type: ignore[arg-type]  # TOML checked by name

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
