"""What the warm parent is asked to run, and what that may use. Pure."""

import json
from dataclasses import dataclass

from galley.child.script import Script


@dataclass(frozen=True)
class Request:
    """A program to be run, and what it may use."""

    number: int
    script: Script
    root: str
    snippets: str
    packages: str
    """A folder to import from."""
    sees: tuple[str, ...]
    """The files that it may read, relative to `root`."""
    folder: str
    """A folder with `book`: those files, and with empty folders `stage`, `work`,
    `home` and `tmp`. Receives `printed` and `result.json`."""
    time_limit: float
    """Seconds of a core, in each of its processes, rounded up."""
    output_limit: int
    memory_limit: int
    together: bool = False
    """Run hidden cells among the shown ones, as Python and Jupyter do."""
    go_on: bool = False
    """Hear every claim, after a false one too."""

    @classmethod
    def from_json(cls, line: bytes) -> "Request":
        """Read what `dataclasses.asdict` and JSON made of a request."""
        raw = json.loads(line)
        return cls(**{**raw, "script": Script.from_json(raw["script"])})
