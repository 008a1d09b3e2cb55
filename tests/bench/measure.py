"""Times a command, watches the memory of all its processes, and keeps what was found.

Memory is the proportional set size, which counts a page that several processes share
once: a sum of resident sizes would count the warm parent in each of its children.
"""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / "snippets" / "speed"
"""Where the page of the book finds what was measured."""
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--strict")
EVERY = 0.05
"""Seconds between two looks at the memory."""
QUIET = 0.7
"""The load below which a machine has nothing else to do."""
PATIENCE = 60
"""Seconds to wait for a quiet machine."""


def timed(work: Callable[[], object]) -> float:
    """Measure the wall time of some work in seconds."""
    return cost(work)[0]


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """Measure what some work costs in other processes: wall time, processor time.

    The second is the sum over all processes and cores, in seconds too. It hardly
    depends on what else the machine does, which the first does.
    """
    before, began = _processor(), time.perf_counter()
    work()
    return time.perf_counter() - began, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build(
    root: Path,
    command: Sequence[str] = MKDOCS,
    watch: Callable[[psutil.Process], object] | None = None,
) -> str:
    """Build a site; return what the command said.

    Args:
        root: The folder of the site's sources.
        command: What builds it; it is to fail on any warning.
        watch: Is called over and over while the command runs, if given.

    Raises:
        SystemExit: The command failed.
    """
    environment = os.environ | {"OMP_NUM_THREADS": "1", "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile("w+") as said:
        process = psutil.Popen(
            command, cwd=root, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        while watch and process.poll() is None:
            watch(process)
            time.sleep(EVERY)
        failed = process.wait()
        said.seek(0)
        text = said.read()
    if failed:
        sys.exit(f"{' '.join(command)} failed in {root}\n…{text[-3000:]}")
    return text


def peak(root: Path, command: Sequence[str] = MKDOCS) -> float:
    """Build a site; return the most memory that its processes had together, in MB."""
    found = [0.0]
    build(root, command, lambda process: found.append(_together(process)))
    return max(found) / 1e6


def _together(process: psutil.Process) -> float:
    total = 0.0
    try:
        processes = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return total
    for it in processes:
        try:
            total += it.memory_full_info().pss
        except psutil.Error:  # it has ended meanwhile
            continue
    return total


def quiet() -> float:
    """Wait until the machine has nothing else to do, and return its load.

    A machine that does not become quiet is measured all the same: the load is kept
    with the results.
    """
    given_up = time.monotonic() + PATIENCE
    while (load := os.getloadavg()[0]) > QUIET and time.monotonic() < given_up:
        time.sleep(5)
    return load


def facts(load: float, versions: Mapping[str, str]) -> dict[str, object]:
    """Say when, where and with what something was measured."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
            "load before": round(load, 2),
        },
        "versions": {"Python": platform.python_version(), **versions},
    }


def versions(names: Iterable[str]) -> dict[str, str]:
    """Look up the versions of packages of this environment."""
    return {name: version(name) for name in names}


def keep(name: str, found: Mapping[str, object]) -> None:
    """Write what was measured to where the book reads it."""
    KEPT.mkdir(exist_ok=True)
    path = KEPT / f"{name}.json"
    path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    print(f"written to {path.relative_to(ROOT)}")
