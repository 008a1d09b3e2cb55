"""Run programs, each in a fresh process, several at a time, within limits."""

import json
import math
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from galley.child import environment, fork_server
from galley.child.process import QUIT
from galley.child.request import Request
from galley.child.result import Failure, Result
from galley.child.script import lines
from galley.problems import BookError, Place, Problem
from galley.project import SETTINGS, Project
from galley.run.inputs import Inputs
from galley.run.view import View
from galley.source.program import Program

_ENDED = "the warm parent process ended unexpectedly"


class Runs(Protocol):
    """What runs programs, here or elsewhere: programs in, results out, as they end."""

    settings: Mapping[str, str]
    """The variables that results depend on."""
    sealed: bool
    """Whether programs see copies: what is edited meanwhile does not reach them."""

    def run(
        self, project: Project, programs: Iterable[Program], inputs: Inputs
    ) -> Iterator[tuple[Program, Result]]:
        """Run programs, which see these inputs, and yield each with its result."""
        ...


class Executor:
    """Programs in, results out; a warm parent process starts with the first program.

    Use it as a context manager, or call `close`. It may be used again and again: while
    pages are served, one warm parent lives through all rebuilds.
    """

    def __init__(
        self,
        hash_seed: int = 0,
        variables: Mapping[str, str] | None = None,
        together: bool = False,
        go_on: bool = False,
    ) -> None:
        """Start nothing yet.

        Args:
            hash_seed: Orders sets of strings. Another one, in another warm parent with
                other addresses, shows whether an output depends on what it should not.
            variables: What programs see besides, or instead of, the usual.
            together: Run hidden cells among the shown ones, as Python and Jupyter do.
            go_on: Hear every claim of a program, after a false one too.
        """
        self.settings: Mapping[str, str] = environment.settings(hash_seed, variables)
        self.sealed = False
        self._together = together
        self._go_on = go_on
        self._warm: subprocess.Popen[bytes] | None = None

    def run(
        self,
        project: Project,
        programs: Iterable[Program],
        inputs: Inputs | None = None,
    ) -> Iterator[tuple[Program, Result]]:
        """Run programs and yield each with its result, as they end."""
        inputs = inputs or Inputs(project)
        with tempfile.TemporaryDirectory(prefix="galley-") as folder:
            waiting = dict(enumerate(programs))
            if not waiting:
                return
            warm = self._start(project)
            assert warm.stdin and warm.stdout
            view = View(Path(folder))
            requests = (
                self._request(project, number, program, inputs.of(program), view)
                for number, program in waiting.items()
            )
            asked = "".join(json.dumps(asdict(it)) + "\n" for it in requests)
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
                    if "lacks" in answer:
                        raise BookError([_lacking(answer)])
                    if "rooms" in answer:
                        self.sealed = answer["rooms"]
                        _tell(answer)
                        continue
                    number = answer["number"]
                    result = _result(project, answer, Path(folder, str(number)))
                    yield waiting.pop(number), result
            finally:
                if waiting:  # whoever listened has gone: end what still runs
                    self.close()

    def _request(
        self,
        project: Project,
        number: int,
        program: Program,
        sees: Mapping[str, bytes],
        view: View,
    ) -> Request:
        place = view.folder / str(number)
        for name in ("book", "stage", "work", "home", "tmp"):
            (place / name).mkdir(parents=True)
        view.show(sees, place / "book")
        return Request(
            number=number,
            script=program.script,
            root=str(project.root),
            snippets=str(project.snippets_dir),
            packages=str(project.src_dir),
            sees=tuple(sees),
            folder=str(place),
            time_limit=project.time_limit,
            output_limit=project.output_limit,
            memory_limit=round(project.memory_limit * 1e9),
            together=self._together,
            go_on=self._go_on,
        )

    def _start(self, project: Project) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-P", "-m", fork_server.__name__]
        command += [str(project.workers), *project.preload]
        if self._warm and self._warm.poll() is None and self._warm.args == command:
            return self._warm
        self.close()
        cache = project.cache_dir
        cache.mkdir(parents=True, exist_ok=True)
        variables = {**environment.located(), **self.settings}
        variables["MPLCONFIGDIR"] = str(cache)
        self._warm = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=variables,
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


def _lacking(answer: Mapping[str, str]) -> Problem:
    fact = f"`preload` names `{answer['lacks']}`, which cannot be imported"
    command = "install it, or mend `preload`"
    return Problem(Place(SETTINGS), fact, (answer["why"],), command)


def _tell(answer: Mapping[str, bool]) -> None:
    """Say it, if this system does not contain programs."""
    if not answer["rooms"] and not answer["nested"]:
        text = "galley: this system gives programs no room of their own; Python watches"
        print(text, file=sys.stderr)


def _result(project: Project, answer: dict[str, Any], folder: Path) -> Result:
    path = folder / "result.json"
    text = path.read_text() if path.is_file() else ""
    if answer["exit"] == 0 and text.startswith("{"):
        return Result.from_json(text)
    return Result(failure=_died(project, answer, text, folder))


def _died(project: Project, answer: dict[str, Any], left: str, folder: Path) -> Failure:
    """Say how a program ended that left no result."""
    code, details = answer["exit"], _last_words(folder)
    limit = f"{project.time_limit:g} s"
    if answer["overdue"]:
        patience = f"{fork_server.PATIENCE * math.ceil(project.time_limit)} s"
        fact = f"the program was ended: it had not come to its end after {patience}"
        worked = f"it worked for {answer['worked']:.1f} s, and waited"
        return Failure(fact, details=(worked, *details))
    # The system counts by its ticks, and we hear of it more exactly.
    most = 0.9 * math.ceil(project.time_limit)
    if code == -signal.SIGKILL and answer["worked"] > most:
        fact = f"the program was ended at its time limit of {limit} of work"
    elif code == -signal.SIGXFSZ:
        limit = f"{project.output_limit:,} bytes"
        fact = f"the program was ended: it printed or wrote more than {limit}"
    elif code < 0:
        fact = f"the program was killed by {signal.Signals(-code).name}"
    else:
        fact = f"the program ended with exit code {code} before its last cell"
        why = "it called `os._exit`" if left == QUIT.decode() else left
        details = (*filter(None, [why]), *details)
    return Failure(fact, details=details)


def _last_words(folder: Path) -> tuple[str, ...]:
    path = folder / "printed"
    if not path.is_file():
        return ()
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2000))
        rows = lines(file.read().decode(errors="replace"))[-5:]
    return ("it printed last:", *(f"  {row[:200]}" for row in rows)) if rows else ()
