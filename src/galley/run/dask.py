"""Programs on a Dask cluster: each worker runs them as this machine would.

A worker sees the book at the same path, mounted or as a copy, and has warm parents of
its own. One that would make other results is refused before anything runs.
"""

import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from distributed import (
    Client,
    KilledWorker,
    Worker,
    WorkerPlugin,
    as_completed,
    get_worker,
)
from distributed.comm.addressing import resolve_address
from distributed.utils import silence_logging_cmgr

from galley.child.result import Result
from galley.problems import BookError, Place, Problem
from galley.project import Project
from galley.run import machine as alike
from galley.run.executor import Executor
from galley.run.inputs import Inputs
from galley.source.program import Program

ANSWER_SECONDS = 10
"""How long a scheduler may take to answer."""


class Cluster:
    """An executor that sends programs to workers, and again if a worker is lost."""

    def __init__(self, address: str) -> None:
        """Connect to nothing yet.

        Args:
            address: Of a Dask scheduler, as `tcp://10.0.0.1:8786`.
        """
        self._at = address
        self._place = Place(address)
        self.settings = Executor().settings
        self.sealed = False  # a worker reads the files itself, later than we do

    def run(
        self, project: Project, programs: Iterable[Program], inputs: Inputs
    ) -> Iterator[tuple[Program, Result]]:
        """Run programs on the workers and yield each with its result, as they end.

        Raises:
            BookError: There is no cluster, or it would make other results.
        """
        if not (waiting := list(programs)):
            return
        with self._connected() as client, self._prepared(client, project) as name:
            sent = {
                client.submit(_run, name, it, key=f"{name}-{it.path}"): it
                for it in waiting
            }
            for future in as_completed(sent, loop=client.loop):
                try:
                    worker, result, there = future.result()
                except (KilledWorker, CancelledError) as error:
                    raise _lost(self._at, error) from error
                ours = inputs.digests(sent[future])
                if problems := alike.other_files(worker, there, ours):
                    raise BookError(problems)
                yield sent[future], result

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        try:
            resolve_address(self._at)  # a client cannot end that has a wrong one
            client = Client(self._at, timeout=ANSWER_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            fact, details = "no Dask scheduler answers", (str(error),)
            command = "dask scheduler, and take the address that it prints"
            raise BookError([Problem(self._place, fact, details, command)]) from error
        # Whatever it would log about a cluster that is lost, a problem says.
        with silence_logging_cmgr(logging.CRITICAL), client:
            yield client

    @contextmanager
    def _prepared(self, client: Client, project: Project) -> Iterator[str]:
        """Prepare all workers that are alike, and leave them as they were."""
        warm = _Warm(project)
        try:
            self._register(client, warm)
            if not (found := client.run(_problems, warm.name)):
                fact, command = "the cluster has no worker", f"dask worker {self._at}"
                raise BookError([Problem(self._place, fact, (), command)])
            if problems := [it for said in found.values() for it in said]:
                raise BookError(problems)
            yield warm.name
        finally:
            with suppress(OSError, KeyError):  # a cluster, or a worker, that is gone
                client.unregister_worker_plugin(warm.name)

    def _register(self, client: Client, warm: "_Warm") -> None:
        try:
            client.register_plugin(warm, name=warm.name)
        except Exception as error:  # Dask has no other name for what a machine raised
            fact, details = "a worker cannot load the engine", (str(error),)
            command = "install on all workers what is installed here"
            raise BookError([Problem(self._place, fact, details, command)]) from error


class _Warm(WorkerPlugin):
    """What a worker keeps for a run: warm parents, one for each of its busy threads."""

    def __init__(self, project: Project) -> None:
        self.name = f"galley-{uuid4().hex[:8]}"
        self._project = project
        self._ours = alike.here(project)

    def setup(self, worker: Worker) -> None:
        """Begin on a worker, or on one that joins later."""
        there = alike.here(self._project)
        self.problems = alike.differences(worker.address, there, self._ours)
        self._ended = False
        self._idle: list[Executor] = []
        # The book may be mounted to be read only: nothing is written beside it.
        folder = Path(worker.local_directory, self.name).absolute()
        self._project = replace(self._project, cache=str(folder), workers=1)

    def run(self, program: Program) -> tuple[Result, alike.Digests]:
        """Run a program, and digest what it could see."""
        if self.problems:
            raise BookError(self.problems)
        executor = Executor()
        with suppress(IndexError):
            executor = self._idle.pop()
        try:
            inputs = Inputs(self._project)
            ((_, result),) = executor.run(self._project, [program], inputs)
        finally:
            self._idle.append(executor)
            if self._ended:
                self.teardown()
        return result, inputs.digests(program)

    def teardown(self, worker: Worker | None = None) -> None:
        """End on a worker; a program that runs just now comes to its end first."""
        self._ended = True
        while self._idle:
            self._idle.pop().close()


def _run(name: str, program: Program) -> tuple[str, Result, alike.Digests]:
    """Run a program on the worker that this is called on."""
    worker = get_worker()
    return worker.address, *_warm(name, worker).run(program)


def _problems(name: str, dask_worker: Worker) -> list[Problem]:
    return _warm(name, dask_worker).problems


def _warm(name: str, worker: Worker) -> _Warm:
    warm = worker.plugins[name]
    assert isinstance(warm, _Warm)
    return warm


def _lost(address: str, error: Exception) -> BookError:
    fact = "the cluster was lost while programs ran"
    lines = (str(error).partition("\n")[0], "what came back until then is kept")
    return BookError(
        [Problem(Place(address), fact, lines, "run the same command again")]
    )
