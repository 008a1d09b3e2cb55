"""Run one program in this process, cell by cell, and record what it produces.

The runner knows nothing of processes or limits: it is called once in a process of its
own, whose file descriptors 1 and 2 both append to one file. Cells that no page shows,
of claims and data, run in a fork of it if shown cells follow: those never see what they
change.
"""

import atexit
import re
import resource
import sys
import threading
import time
from collections.abc import Collection
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from galley.child.cells import Cells
from galley.child.paths import Paths
from galley.child.request import Request
from galley.child.result import Failure, Result, Value
from galley.child.values import scalars

_MAPPED = re.compile(r"^RssFile:\s*(\d+) kB", re.MULTILINE)


def run(request: Request, writes: Collection[Path], printed: int) -> Result:
    """Run a program as `__main__` and return what it produced.

    Args:
        request: The program, and what it may see and use.
        writes: Folders in which it may do anything.
        printed: A descriptor of the file that receives what it prints.
    """
    started, worked, held = time.perf_counter(), _processor_time(), _peak()
    it = Cells(request, writes, printed)
    shown: dict[str, Value] | None = None
    said: dict[str, Value] = {}
    rest = list(request.script.cells)
    while rest and not it.failure:
        kinds = groupby(rest, key=lambda cell: cell.kind == "code")
        is_code, stretch = next((code, list(cells)) for code, cells in kinds)
        rest = rest[len(stretch) :]
        if is_code:
            it.cells(stretch)
            continue
        last = all(cell.kind != "code" for cell in rest)
        if last:
            shown = scalars(vars(it.module))
        said |= it.hidden(stretch, rest, here=request.together or last)
    failure = it.failure or _unfinished()
    if not failure:  # as Python does at the end of a program
        atexit._run_exitfuncs()
        it.finish()
    if shown is None:
        shown = scalars(vars(it.module))
    result = replace(
        it.result(),
        values={**said, **shown},
        failure=failure,
        seconds=time.perf_counter() - started,
        processor=_processor_time() - worked,
        memory=max(0, _peak() - held),
    )
    hidden: Result = Paths(Path(request.root)).hidden(result)
    return hidden


def _processor_time() -> float:
    """Count the seconds that cores worked for this process and those it waited for."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(it.ru_utime + it.ru_stime for it in map(resource.getrusage, who))


def _peak() -> int:
    """Count the bytes that this process has held at most, without mapped files.

    Mapped files are the code of libraries, which all processes share.
    """
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if sys.platform == "darwin":
        return peak
    mapped = _MAPPED.search(Path("/proc/self/status").read_text())
    return (peak - int(mapped[1] if mapped else 0)) * 1024


def _unfinished() -> Failure | None:
    """Find figures that nobody saw and threads that nobody joined."""
    import matplotlib.pyplot as plt

    if plt.get_fignums():
        return Failure("a figure was drawn and never shown: call `plt.show()`")
    left = [t for t in threading.enumerate() if t is not threading.current_thread()]
    for thread in left:
        if not thread.daemon:
            thread.join(timeout=1)
            if thread.is_alive():
                return Failure(f"the program left the thread `{thread.name}` running")
    return None
