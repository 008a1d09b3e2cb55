"""What a program can see of the book: known before it runs, and part of its key.

These are its own text, the data beside it, what a line `# reads: …` in it names, and
the modules of the book's packages that it imports, those that they import, and the
data beside these. Whatever else there is can neither be seen nor read.
"""

import hashlib
import os
import time
from functools import cached_property
from pathlib import Path

from galley.project import Project
from galley.run.distributions import Distributions
from galley.source import imports
from galley.source.program import Program

_TICK = 0.02
"""Seconds by which the times of files may lag behind the clock."""


class Inputs:
    """The files of a book as they were when they were first asked for."""

    def __init__(self, project: Project) -> None:
        """Read nothing yet."""
        self._project = project
        self._since = time.time() - _TICK
        self._contents: dict[str, bytes] = {}
        self._listings: dict[str, list[str]] = {}
        self._named: dict[str, list[str]] = {}
        self._made_of: dict[str, list[str]] = {}
        self._found: dict[tuple[str, str], dict[str, bytes]] = {}
        self.distributions = Distributions()

    def of(self, program: Program) -> dict[str, bytes]:
        """Read the files that a program can see, by path relative to the root."""
        key = program.path, program.source
        if key not in self._found:
            own = f"{self._project.snippets}/{program.path}"
            paths = {it for it in self._list(str(Path(own).parent)) if _is_data(it)}
            for path in imports.declared(program.source):
                paths.update(self._list(os.path.normpath(path)))
            paths |= self._modules(program.source)
            contents = {path: self._read(path) for path in sorted(paths - {own})}
            self._found[key] = contents | {own: program.source.encode()}
        return self._found[key]

    def digests(self, program: Program) -> dict[str, str]:
        """Digest what a run depends on: the files, and the installed distributions."""
        files = self.of(program)
        named = {
            name.partition(".")[0]
            for path, data in files.items()
            if path.endswith(".py")
            for name in self._imported(path, data)
        }
        named |= {*self._project.loaded}
        return {
            **{path: digest(data) for path, data in files.items()},
            **self.distributions.versions(named - self._tops),
        }

    def changed(self, program: Program) -> bool:
        """Whether a file may have become another since it was read."""
        for path in self.of(program):
            try:
                if (self._project.root / path).stat().st_ctime > self._since:
                    return True
            except OSError:
                return True
        return False

    def _modules(self, source: str) -> set[str]:
        """Find the modules of the book's packages that a program may import."""
        src, tops = self._project.src, self._tops
        names = imports.quoted(source)
        whole = names & tops  # `python -m package`, or its command
        waiting = [*imports.imported(source), *names]
        found: set[str] = set()
        for top in whole:
            found.update(it for it in self._list(f"{src}/{top}"))
            waiting += [top]
        waiting += [name for path in found for name in self._imported(path)]
        done: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in done or name.partition(".")[0] not in tops:
                continue
            done.add(name)
            for path in self._files(name):
                if path not in found:
                    found.add(path)
                    waiting += self._imported(path)
        return found

    @cached_property
    def _tops(self) -> set[str]:
        """Name the packages of the book, and its modules outside of packages."""
        below = len(Path(self._project.src).parts)
        parts = (Path(it).parts[below] for it in self._list(self._project.src))
        return {it.removesuffix(".py") for it in parts}

    def _files(self, name: str) -> list[str]:
        """List the files that make a module, and its package's data."""
        if name not in self._made_of:
            src, parts = self._project.src, name.split(".")
            beside = self._list(f"{src}/{parts[0]}")
            there = {*beside, *self._list(f"{src}/{parts[0]}.py")}
            paths = ["/".join([src, *parts[:n]]) for n in range(1, len(parts) + 1)]
            files = {f"{it}{end}" for it in paths for end in (".py", "/__init__.py")}
            self._made_of[name] = [*filter(_is_data, beside), *(files & there)]
        return self._made_of[name]

    def _imported(self, path: str, data: bytes | None = None) -> list[str]:
        """Name what a module imports."""
        if not path.endswith(".py"):
            return []
        if path not in self._named:
            text = (self._read(path) if data is None else data).decode(errors="replace")
            parts = Path(path).relative_to(self._project.src).parts[:-1] if (
                Path(path).is_relative_to(self._project.src)
            ) else ()  # fmt: skip
            dotted = {it for it in imports.quoted(text) if "." in it}
            self._named[path] = [*imports.imported(text, ".".join(parts)), *dotted]
        return self._named[path]

    def _list(self, place: str) -> list[str]:
        """List the files at a place and below it; not what tools leave behind."""
        if place not in self._listings:
            root, found = self._project.root, []
            if (root / place).is_file():
                found.append(place)
            inside = (root / place).resolve().is_relative_to(root.resolve())
            for folder, folders, files in os.walk(root / place) if inside else ():
                folders[:] = [it for it in folders if _is_kept(it)]
                here = Path(folder).relative_to(root)
                found += [
                    str(here / it)
                    for it in files
                    if _is_kept(it) and Path(folder, it).is_file()
                ]
            self._listings[place] = sorted(found)
        return self._listings[place]

    def _read(self, path: str) -> bytes:
        if path not in self._contents:
            self._contents[path] = (self._project.root / path).read_bytes()
        return self._contents[path]


def _is_kept(name: str) -> bool:
    left = name.startswith((".", "#")) or name.endswith(("~", ".pyc", ".egg-info"))
    return not left and name != "__pycache__"


def _is_data(path: str) -> bool:
    return not path.endswith((".py", ".out"))


def digest(data: bytes) -> str:
    """Digest some bytes."""
    return hashlib.sha256(data).hexdigest()[:32]
