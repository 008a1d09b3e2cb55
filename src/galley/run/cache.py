"""Results on disk, found again by the content of everything that the run read."""

import hashlib
import json
import os
import platform
import tempfile
from dataclasses import asdict
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from galley import child
from galley.child import environment
from galley.child.result import Result
from galley.project import Project
from galley.source.program import Program

_CHILD = Path(child.__file__).parent
"""All that a child process imports of ours: the engine's part of every key."""
_LIBRARIES = ("torch", "numpy", "matplotlib")


VERIFIED_WITH = (
    f"Python {platform.python_version()}, torch {version('torch').partition('+')[0]}, "
    f"{platform.system()} {platform.machine()}"
)
"""What the programs of this build run with."""


class Cache:
    """A folder that may be deleted, copied, or shared between machines.

    An entry is `<key>/<digest of the files read>.json`. It is written in one step, so
    that it is whole or absent, and one that cannot be read is a miss. Nothing is ever
    locked: who comes second writes the same once more.
    """

    def __init__(self, project: Project) -> None:
        """Use the project's folder of results."""
        self._project = project
        self._folder = project.results_dir
        self._digests: dict[str, str] = {}

    @cached_property
    def facts(self) -> dict[str, str]:
        """What a result depends on besides the program: versions, platform, engine."""
        engine = b"".join(it.read_bytes() for it in sorted(_CHILD.glob("*.py")))
        return {
            "Python": platform.python_version(),
            **{name: version(name) for name in _LIBRARIES},
            "platform": f"{platform.system()} {platform.machine()}",
            "instructions": environment.instructions(),
            "engine": _digest(engine),
        }

    def key(self, program: Program) -> str:
        """Digest what is known of a program before it runs."""
        parts = json.dumps([asdict(program.script), self.facts])
        return _digest(parts.encode())

    def load(self, program: Program) -> Result | None:
        """Find the result of a run that read what stands on disk now."""
        for path in sorted((self._folder / self.key(program)).glob("*.json")):
            try:
                reads, result = json.loads(path.read_text())
                if reads == {file: self._file_digest(file) for file in reads}:
                    return Result.from_json(json.dumps(result))
            except (OSError, ValueError, TypeError, KeyError, AttributeError):
                continue
        return None

    def store(self, program: Program, result: Result, started: float) -> None:
        """Keep a result, unless the run failed or an input changed meanwhile.

        Args:
            program: What was run.
            result: What it produced.
            started: When the run was asked for, in seconds since the epoch.
        """
        if result.failure or self._changed_since(started, result):
            return
        reads = self.digests(result)
        folder = self._folder / self.key(program)
        folder.mkdir(parents=True, exist_ok=True)
        name = _digest(json.dumps(reads).encode())
        text = json.dumps([reads, json.loads(result.to_json())])
        write_atomically(folder / f"{name}.json", text)

    def digests(self, result: Result) -> dict[str, str]:
        """Digest the files that a run read, as they are now; what is gone is empty."""
        return {file: self._file_digest(file) for file in result.reads}

    def reasons(self, program: Program) -> list[str]:
        """Say what differs from each result that was kept for this very text."""
        reasons = []
        for path in sorted((self._folder / self.key(program)).glob("*.json")):
            try:
                reads, _ = json.loads(path.read_text())
            except (OSError, ValueError):
                reasons.append("a kept result is damaged")
                continue
            reasons += [
                f"{file} has changed"
                for file, digest in reads.items()
                if digest != self._file_digest(file)
            ]
        return sorted(set(reasons))

    def _changed_since(self, started: float, result: Result) -> bool:
        files = (self._project.root / file for file in result.reads)
        return any(not f.is_file() or f.stat().st_mtime >= started for f in files)

    def _file_digest(self, file: str) -> str:
        if file not in self._digests:
            path = self._project.root / file
            self._digests[file] = _digest(path.read_bytes()) if path.is_file() else ""
        return self._digests[file]


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that every reader sees the old or the new text, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):  # a full disk does not say for which file
            error.filename = str(path)
        raise


def write_if_changed(path: Path, text: str) -> None:
    """Write a file unless it has this text: watchers see no change where is none."""
    if not path.is_file() or path.read_text() != text:
        write_atomically(path, text)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
