"""Run one program in this process, cell by cell, and record what it produces.

The runner knows nothing of limits: it is called once in a process of its own, whose
file descriptors 1 and 2 both append to one file. Cells that no page shows, of claims
and data, run in a fork of it if shown cells follow: those never see what they change.
"""

import re
import resource
import sys
import threading
import time
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from galley.child.cells import Cells
from galley.child.result import Failure, Result, Value
from galley.child.script import Script
from galley.child.values import scalars

_MAPPED = re.compile(r"^RssFile:\s*(\d+) kB", re.MULTILINE)


def run(
    script: Script,
    root: Path,
    snippets: Path,
    together: bool = False,
    go_on: bool = False,
) -> Result:
    """Run a program as `__main__` and return what it produced.

    Args:
        script: The program.
        root: The folder of the book.
        snippets: The folder of the programs.
        together: Run all cells in this process, as Python and Jupyter do.
        go_on: Hear every claim, after a false one too; none of them is a failure.
    """
    started, worked, held = time.perf_counter(), _processor_time(), _peak()
    it = Cells(script, root, snippets, go_on)
    shown: dict[str, Value] | None = None
    said: dict[str, Value] = {}
    rest = list(script.cells)
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
        said |= it.hidden(stretch, rest, here=together or last)
    if shown is None:
        shown = scalars(vars(it.module))
    return replace(
        it.result(),
        values={**said, **shown},
        failure=it.failure or _unfinished(),
        seconds=time.perf_counter() - started,
        processor=_processor_time() - worked,
        memory=max(0, _peak() - held),
    )


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
