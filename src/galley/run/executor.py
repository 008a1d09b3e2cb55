"""Run programs, each in a fresh process, several at a time, within limits."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Protocol

from galley.child import environment as arithmetic
from galley.child import fork_server
from galley.child.fork_server import Request
from galley.child.result import Failure, Result
from galley.child.script import lines
from galley.project import Project
from galley.source.program import Program

# No settings of the user's.
_ENVIRONMENT = {"MPLBACKEND": "svg", "TZ": "UTC", "COLUMNS": "80"}
_KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
_ENDED = "the warm parent process ended unexpectedly"


class Runs(Protocol):
    """What runs programs, here or elsewhere: programs in, results out, as they end."""

    def run(
        self, project: Project, programs: Iterable[Program]
    ) -> Iterator[tuple[Program, Result]]:
        """Run programs and yield each with its result."""
        ...


class Executor:
    """Programs in, results out; a warm parent process starts with the first program.

    Use it as a context manager, or call `close`. It may be used again and again: while
    pages are served, one warm parent lives through all rebuilds.
    """

    def __init__(
        self,
        hash_seed: int = 0,
        environment: Mapping[str, str] | None = None,
        together: bool = False,
        go_on: bool = False,
    ) -> None:
        """Start nothing yet.

        Args:
            hash_seed: Orders sets of strings. Another one, in another warm parent with
                other addresses, shows whether an output depends on what it should not.
            environment: Variables that programs see besides, or instead of, the usual.
            together: Run hidden cells among the shown ones, as Python and Jupyter do.
            go_on: Hear every claim of a program, after a false one too.
        """
        self._hash_seed = hash_seed
        self._environment = dict(environment or {})
        self._together = together
        self._go_on = go_on
        self._warm: subprocess.Popen[bytes] | None = None

    def run(
        self, project: Project, programs: Iterable[Program]
    ) -> Iterator[tuple[Program, Result]]:
        """Run programs and yield each with its result, as they end."""
        with tempfile.TemporaryDirectory(prefix="galley-") as folder:
            waiting = dict(enumerate(programs))
            if not waiting:
                return
            requests = [
                replace(
                    _request(project, n, program, folder),
                    together=self._together,
                    go_on=self._go_on,
                )
                for n, program in waiting.items()
            ]
            asked = "".join(json.dumps(asdict(it)) + "\n" for it in requests)
            warm = self._start(project)
            assert warm.stdin and warm.stdout
            try:
                try:
                    warm.stdin.write(asked.encode())
                    warm.stdin.flush()
                except BrokenPipeError:
                    raise RuntimeError(_ENDED) from None
                while waiting:
                    answer = json.loads(warm.stdout.readline() or "{}")
                    if not answer:
                        raise RuntimeError(_ENDED)
                    number = answer["number"]
                    result = _result(project, answer, Path(folder, str(number)))
                    yield waiting.pop(number), result
            finally:
                if waiting:  # whoever listened has gone: end what still runs
                    self.close()

    def _start(self, project: Project) -> "subprocess.Popen[bytes]":
        if self._warm and self._warm.poll() is None:
            return self._warm
        cache = project.cache_dir
        cache.mkdir(parents=True, exist_ok=True)
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= arithmetic.environment() | _ENVIRONMENT | self._environment
        environment["PYTHONHASHSEED"] = str(self._hash_seed)
        environment["MPLCONFIGDIR"] = str(cache)
        self._warm = subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-m",
                fork_server.__name__,
                str(project.workers),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=cache,
            start_new_session=True,
        )
        return self._warm

    def close(self) -> None:
        """End the warm parent and every program that still runs."""
        if self._warm:
            assert self._warm.stdin and self._warm.stdout
            with suppress(BrokenPipeError):  # it has ended before
                self._warm.stdin.close()
            self._warm.wait()
            self._warm.stdout.close()
            self._warm = None

    def __enter__(self) -> "Executor":
        """Nothing to do: the warm parent starts with the first program."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


def _request(project: Project, number: int, program: Program, folder: str) -> Request:
    place = Path(folder, str(number))
    place.mkdir()
    return Request(
        number=number,
        script=program.script,
        root=str(project.root),
        snippets=str(project.snippets_dir),
        packages=str(project.src_dir),
        folder=str(place),
        time_limit=project.time_limit,
        output_limit=project.output_limit,
    )


def _result(project: Project, answer: dict[str, int], folder: Path) -> Result:
    path = folder / "result.json"
    if path.is_file() and answer["exit"] == 0:
        return Result.from_json(path.read_text())
    return Result(failure=_died(project, answer, folder))


def _died(project: Project, answer: dict[str, int], folder: Path) -> Failure:
    """Say how a program ended that left no result."""
    code = answer["exit"]
    if answer["overdue"]:
        limit = f"{project.time_limit:g} s"
        fact = f"the program was ended at its time limit of {limit}"
        return Failure(fact, details=_last_words(folder))
    if code == -signal.SIGXFSZ:
        limit = f"{project.output_limit:,} bytes"
        fact = f"the program was ended: it printed or wrote more than {limit}"
        return Failure(fact, details=_last_words(folder))
    if code < 0:
        fact = f"the program was killed by {signal.Signals(-code).name}"
        return Failure(fact, details=_last_words(folder))
    fact = f"the program ended itself with exit code {code} before its last cell"
    return Failure(fact, details=("it called `os._exit`", *_last_words(folder)))


def _last_words(folder: Path) -> tuple[str, ...]:
    path = folder / "printed"
    if not path.is_file():
        return ()
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2000))
        rows = lines(file.read().decode(errors="replace"))[-5:]
    return ("it printed last:", *(f"  {row[:200]}" for row in rows)) if rows else ()
