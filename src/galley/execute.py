"""Run programs, each in a fresh process, several at a time, within limits."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType

from galley.program import Program
from galley.project import Project
from galley.result import Failure, Result
from galley.zygote import Request

# One thread, one hash seed, no settings of the user's: the same digits everywhere.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "svg",
    "TZ": "UTC",
    "COLUMNS": "80",
}
_KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "ATEN_CPU_CAPABILITY", "MKL_CBWR")


class Executor:
    """Programs in, results out; a warm parent process starts with the first program.

    Use it as a context manager, or call `close`. It may be used again and again: while
    pages are served, one warm parent lives through all rebuilds.
    """

    def __init__(self, project: Project) -> None:
        """Start nothing yet."""
        self._project = project
        self._warm: subprocess.Popen[bytes] | None = None

    def run(self, programs: Iterable[Program]) -> Iterator[tuple[Program, Result]]:
        """Run programs and yield each with its result, as they end."""
        with tempfile.TemporaryDirectory(prefix="galley-") as folder:
            waiting = dict(enumerate(programs))
            if not waiting:
                return
            requests = (self._request(n, p, Path(folder)) for n, p in waiting.items())
            lines = "".join(json.dumps(asdict(it)) + "\n" for it in requests)
            warm = self._start()
            assert warm.stdin and warm.stdout
            try:
                warm.stdin.write(lines.encode())
                warm.stdin.flush()
                while waiting:
                    answer = json.loads(warm.stdout.readline() or "{}")
                    if not answer:
                        raise RuntimeError("the warm parent process ended unexpectedly")
                    number = answer["number"]
                    yield waiting.pop(number), self._result(answer, Path(folder, str(number)))
            finally:
                if waiting:  # whoever listened has gone: end what still runs
                    self.close()

    def _request(self, number: int, program: Program, folder: Path) -> Request:
        place = folder / str(number)
        place.mkdir()
        project = self._project
        return Request(
            number=number,
            path=program.path,
            source=program.source,
            root=str(project.root),
            snippets=str(project.snippets_dir),
            folder=str(place),
            time_limit=project.time_limit,
            output_limit=project.output_limit,
        )

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._warm and self._warm.poll() is None:
            return self._warm
        cache = self._project.cache_dir
        cache.mkdir(parents=True, exist_ok=True)
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= _ENVIRONMENT
        environment["HOME"] = environment["MPLCONFIGDIR"] = str(cache)
        environment["PYTHONPATH"] = str(self._project.src_dir)
        self._warm = subprocess.Popen(
            [sys.executable, "-P", "-m", "galley.zygote", str(self._project.workers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=self._project.root,
            start_new_session=True,
        )
        return self._warm

    def _result(self, answer: dict[str, int], folder: Path) -> Result:
        path = folder / "result.json"
        if path.is_file() and answer["exit"] == 0:
            result = Result.from_json(path.read_text())
            return replace(result, memory=answer["memory"])
        return Result(failure=self._died(answer, folder), memory=answer["memory"])

    def _died(self, answer: dict[str, int], folder: Path) -> Failure:
        """Say how a program ended that left no result."""
        code = answer["exit"]
        if answer["overdue"]:
            limit = f"{self._project.time_limit:g} s"
            fact = f"the program was ended at its time limit of {limit}"
            return Failure(fact, details=self._last_words(folder))
        if code == -signal.SIGXFSZ:
            limit = f"{self._project.output_limit:,} bytes"
            fact = f"the program was ended: it printed or wrote more than {limit}"
            return Failure(fact, details=self._last_words(folder))
        if code < 0:
            fact = f"the program was killed by {signal.Signals(-code).name}"
            return Failure(fact, details=self._last_words(folder))
        fact = f"the program ended itself with exit code {code} before its last cell"
        return Failure(fact, details=("it called `os._exit`", *self._last_words(folder)))

    @staticmethod
    def _last_words(folder: Path) -> tuple[str, ...]:
        path = folder / "printed"
        if not path.is_file():
            return ()
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 2000))
            lines = file.read().decode(errors="replace").splitlines()[-5:]
        return ("it printed last:", *(f"  {line[:200]}" for line in lines)) if lines else ()

    def close(self) -> None:
        """End the warm parent and every program that still runs."""
        if self._warm:
            assert self._warm.stdin and self._warm.stdout
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
