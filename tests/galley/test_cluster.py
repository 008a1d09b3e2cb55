"""A cluster makes the results of this machine, or none: real processes on loopback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from distributed import Client

from galley.problems import BookError
from galley.project import SHARED, Project
from galley.run.dask import Cluster
from galley.run.executor import Executor
from galley.run.inputs import Inputs
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source.program import parse

PROGRAMS = 4
PROGRAM = '''"""Says where it runs, and what a package and a file say."""

# %% walk
import time
from pathlib import Path

import torch
from kit import number

print("started", flush=True)
time.sleep(0.5)
words = Path(__file__).with_name("words.txt").read_text()
print(torch.tensor([number, {name}]) / 3, words)

# %% claim: holds
assert number == 1
'''
DASK = [sys.executable, "-m", "dask"]
GALLEY = Path(sys.executable).with_name("galley")
Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def book(folder: Path) -> Path:
    """A book whose programs take a while, read, and import."""
    root = folder / "book"
    files = {
        "pyproject.toml": "[tool.galley]\npreload = ['torch']\n",
        "docs/walk.md": "# Walk\n",
        "snippets/walk/words.txt": "words",
        "src/kit/__init__.py": "number = 1\n",
    }
    for name in range(PROGRAMS):
        files[f"snippets/walk/{name}.py"] = PROGRAM.replace("{name}", str(name))
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.fixture(scope="module")
def start(folder: Path) -> Iterator[Start]:
    """Start a process of a cluster; all of them end with the tests."""
    started: list[subprocess.Popen[bytes]] = []

    def call(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        ours = {"DASK_CONFIG": str(folder), **environment}
        command = [*DASK, *arguments, "--no-dashboard", "--host", "127.0.0.1"]
        with (folder / f"{len(started)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=folder, env=os.environ | ours, stdout=log, stderr=log
            )
        started.append(process)
        return process

    yield call
    for process in reversed(started):
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def scheduler(start: Start, folder: Path) -> str:
    """The address of a scheduler."""
    file = folder / "scheduler.json"
    start("scheduler", "--port", "0", "--scheduler-file", str(file))
    while not file.is_file() or not file.read_text():
        time.sleep(0.05)
    return str(json.loads(file.read_text())["address"])


Join = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def join(start: Start, scheduler: str, folder: Path) -> Join:
    """Start a worker, and wait until the scheduler knows it."""

    def call(name: str, nthreads: int, **environment: str) -> subprocess.Popen[bytes]:
        options = (
            "--local-directory",
            str(folder),
            "--no-nanny",
            "--nthreads",
            str(nthreads),
            "--worker-port",
            "0",
        )
        (folder / "tmp" / name).mkdir(parents=True)
        environment = {"TMPDIR": str(folder / "tmp" / name), **environment}
        process = start("worker", scheduler, "--name", name, *options, **environment)
        with Client(scheduler, set_as_default=False) as client:
            while name not in names(client):
                assert process.poll() is None
                time.sleep(0.05)
        return process

    return call


def names(client: Client) -> list[str]:
    workers = client.scheduler_info(n_workers=-1)["workers"]
    return [str(it["name"]) for it in workers.values()]


@pytest.fixture(scope="module")
def cluster(join: Join, scheduler: str) -> str:
    """The address of a scheduler with a worker."""
    join("steady", nthreads=2)
    return scheduler


def galley(
    book: Path, results: Path, cluster: str, *paths: str
) -> subprocess.Popen[str]:
    """Run the command on a cluster, with results of its own."""
    return subprocess.Popen(
        [GALLEY, "run", "--dask", cluster, *paths],
        cwd=book,
        env=os.environ | {SHARED: str(results), "DASK_CONFIG": str(results)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def begun(folder: Path) -> set[tuple[str, str]]:
    """List which worker runs which program, as what they have begun to print says."""
    printed = folder.glob("tmp/*/galley-*/*/printed")
    return {
        (printing.parts[-4], program.name)
        for printing in printed
        if printing.exists() and printing.stat().st_size
        for program in printing.parent.glob("book/snippets/walk/*.py")
    }


def kept(results: Path) -> dict[str, str]:
    """Read what is kept, but what it cost, which differs from run to run."""
    found = {}
    for path in results.rglob("*.json"):
        inputs, result = json.loads(path.read_text().partition("\n")[2])
        for cost in ("seconds", "processor", "memory"):
            assert result.pop(cost) >= 0
        found[str(path.relative_to(results))] = json.dumps([inputs, result])
    return found


def test_a_cluster_without_workers_is_refused(
    scheduler: str, book: Path, folder: Path
) -> None:
    """Nothing waits for workers that may never come."""
    refused = galley(book, folder / "none", scheduler)
    _, said = refused.communicate()

    assert refused.returncode == 1
    assert f"{scheduler}: the cluster has no worker" in said
    assert f"→ dask worker {scheduler}" in said


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "foo://x", "x", ""])
def test_nobody_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    """Where no scheduler is, the message says so and not a traceback."""
    monkeypatch.setattr("galley.run.dask.ANSWER_SECONDS", 0.2)
    programs = [parse("# %% walk\nprint(1)\n", "walk/walk.py", "walk.py")]
    with pytest.raises(BookError, match="no Dask scheduler answers"):
        project = Project(tmp_path)
        next(Cluster(address).run(project, programs, Inputs(project)))


def test_results_are_those_of_this_machine_whoever_is_killed(
    cluster: str, join: Join, book: Path, folder: Path, executor: Executor
) -> None:
    """The same keys and bytes; what a lost worker was running runs elsewhere."""
    near = Project(book, results=str(folder / "near"), preload=("torch",))
    local = books.read(near)
    find_or_run(local, local.programs.values(), executor)
    killed = join("killed", nthreads=1)
    running = galley(book, folder / "far", cluster)
    seen: set[tuple[str, str]] = set()
    while running.poll() is None:
        seen |= begun(folder)
        if killed.poll() is None and "killed" in dict(seen):
            killed.kill()
        time.sleep(0.01)
    killed.wait()
    _, said = running.communicate()

    assert running.returncode == 0, said
    assert len(kept(folder / "near")) == PROGRAMS
    assert kept(folder / "far") == kept(folder / "near")
    lost = {program for worker, program in seen if worker == "killed"}
    assert lost
    assert lost <= {program for worker, program in seen if worker != "killed"}


def test_a_file_that_a_worker_sees_otherwise_is_named(
    cluster: str, book: Path, folder: Path
) -> None:
    """It is no source, but the program declares it: it is compared with the result."""
    (book / "docs/there.txt").symlink_to("/proc/self/cmdline")
    program = book / "snippets/walk/0.py"
    program.write_text(
        "# reads: docs/there.txt\n"
        f"# %% walk\nbook = '{book}'\nprint(open(f'{{book}}/docs/there.txt').read(3))\n"
    )
    refused = galley(book, folder / "there", cluster, "snippets/walk/0.py")
    _, said = refused.communicate()

    assert refused.returncode == 1
    assert "this worker sees other files than are here\n  docs/there.txt\n" in said
    assert kept(folder / "there") == {}


def test_another_torch_is_refused(
    cluster: str, join: Join, book: Path, folder: Path
) -> None:
    """One worker that would make other results is named, and nothing runs."""
    shadow = folder / "shadow" / "torch-9.9.9.dist-info"
    shadow.mkdir(parents=True)
    (shadow / "METADATA").write_text("Name: torch\nVersion: 9.9.9\n")
    other = join("other", nthreads=1, PYTHONPATH=str(shadow.parent))
    before = begun(folder)
    refused = galley(book, folder / "other", cluster)
    _, said = refused.communicate()
    other.kill()
    other.wait()

    assert refused.returncode == 1
    assert "this worker would make other results\n  torch 9.9.9, and here 2." in said
    assert said.startswith("tcp://127.0.0.1:")
    assert "→ install there" in said
    assert "1 problem" in said
    assert begun(folder) == before


def test_a_worker_without_the_engine_is_refused(
    cluster: str, join: Join, book: Path, folder: Path
) -> None:
    """What Dask raises becomes a message."""
    empty = folder / "empty" / "galley" / "__init__.py"
    empty.parent.mkdir(parents=True)
    empty.touch()
    other = join("empty", nthreads=1, PYTHONPATH=str(empty.parent.parent))
    refused = galley(book, folder / "empty-results", cluster)
    _, said = refused.communicate()
    other.kill()
    other.wait()

    assert refused.returncode == 1
    assert f"{cluster}: a worker cannot load the engine" in said
    assert "No module named 'galley.run'" in said
    assert "Traceback" not in said
