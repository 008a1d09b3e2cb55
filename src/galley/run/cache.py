"""Results on disk, found again by all that the run could see."""

import glob
import json
import os
import platform
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache, cached_property
from pathlib import Path

from galley import child
from galley.child import environment
from galley.child.result import Result
from galley.project import Project
from galley.run.distributions import Distributions
from galley.run.inputs import Inputs, digest
from galley.source.program import Program

_CHILD = Path(child.__file__).parent
"""All that a child process imports of ours: the engine's part of every key."""

_PLATFORM = f"{platform.system()} {platform.machine()}"


@cache
def verified_with(preload: tuple[str, ...]) -> str:
    """Say what the programs of a book run with, in the words of a page.

    Args:
        preload: The book's setting of this name.
    """
    loaded = Distributions().named(it.partition(".")[0] for it in preload)
    libraries = [f"{name} {it.partition('+')[0]}" for name, it in loaded.items()]
    return ", ".join([f"Python {platform.python_version()}", *libraries, _PLATFORM])


class Cache:
    """A folder that may be deleted, copied, or shared between machines.

    An entry is `<key>/<digest of the inputs>.json`: a digest of what follows, and the
    inputs and the result. It is written in one step, so that it is whole or absent, and
    one that is not what it says it is counts as absent. Nothing is ever locked: who
    comes second writes the same once more.
    """

    def __init__(
        self,
        project: Project,
        inputs: Inputs | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """Use the project's folder of results.

        Args:
            project: The book.
            inputs: What its programs can see; as it is from now on, if not given.
            settings: The variables that programs see; the usual, if not given.
        """
        self._inputs = inputs or Inputs(project)
        self._project = project
        self._folder = project.results_dir
        self._settings = environment.settings() if settings is None else settings

    @cached_property
    def facts(self) -> dict[str, str]:
        """What a result depends on besides the program and what it can see."""
        engine = b"".join(it.read_bytes() for it in sorted(_CHILD.glob("*.py")))
        return {
            "Python": platform.python_version(),
            **self._inputs.distributions.named([*self._project.loaded, "numpy"]),
            "platform": _PLATFORM,
            "instructions": environment.instructions(),
            "preload": " ".join(self._project.preload),
            "environment": " ".join(f"{k}={v}" for k, v in self._settings.items()),
            "engine": digest(engine),
        }

    def key(self, program: Program) -> str:
        """Digest a program and the facts."""
        parts = json.dumps([asdict(program.script), self.facts])
        return digest(parts.encode())

    def entry(self, program: Program) -> str:
        """Name the entry of a program, among all that were ever kept."""
        digests = json.dumps(self._inputs.digests(program), sort_keys=True)
        return f"{self.key(program)}/{digest(digests.encode())}.json"

    def load(self, program: Program) -> Result | None:
        """Find the result of a run that could see what a run would see now."""
        found = _read(self._folder / self.entry(program))
        return found and found[1]

    def store(self, program: Program, result: Result) -> None:
        """Keep a result, unless the run failed."""
        if result.failure:
            return
        inputs = self._inputs.digests(program)
        text = json.dumps([inputs, result.plain()])
        whole = f"{digest(text.encode())}\n{text}"
        write_atomically(self._folder / self.entry(program), whole)

    def reasons(self, program: Program) -> list[str]:
        """Say what differs from each result that was kept for this very text."""
        now = self._inputs.digests(program)
        reasons = []
        for path in (self._folder / self.key(program)).glob("*.json"):
            if not (found := _read(path)):
                reasons.append("a kept result is damaged")
                continue
            before = found[0]
            reasons += [
                f"{name} has changed"
                for name in before.keys() | now.keys()
                if before.get(name) != now.get(name)
            ]
        return sorted(set(reasons))


def _read(path: Path) -> tuple[dict[str, str], Result] | None:
    """Read an entry; None for one that is absent, or not what was written."""
    try:
        said, _, text = path.read_text().partition("\n")
        if said == digest(text.encode()):
            inputs, result = json.loads(text)
            return inputs, Result.from_json(json.dumps(result))
    except (OSError, ValueError):
        pass
    return None


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that every reader sees the old or the new text, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{path.name}.{os.getpid()}-"
    handle, name = tempfile.mkstemp(".part", prefix, path.parent)
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


def sweep(path: Path) -> None:
    """Remove what writers of a file have left beside it that were killed meanwhile.

    It knows the processes of this machine alone: not for folders that are shared.
    """
    for left in path.parent.glob(f".{glob.escape(path.name)}.*-*.part"):
        pid = left.name.removeprefix(f".{path.name}.").partition("-")[0]
        if pid.isdecimal() and not alive(int(pid)):
            left.unlink(missing_ok=True)


def alive(pid: int) -> bool:
    """Tell whether this machine has such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def write_if_changed(path: Path, text: str) -> None:
    """Write a file unless it has this text: watchers see no change where is none."""
    if not path.is_file() or path.read_text() != text:
        write_atomically(path, text)
