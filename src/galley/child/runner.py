"""Run one program in this process, cell by cell, and record what it produces.

The runner knows nothing of processes or limits: it is called once in a process of its
own, whose file descriptors 1 and 2 both append to one file.
"""

import ast
import atexit
import linecache
import os
import re
import resource
import sys
import threading
import time
import traceback
import types
from collections.abc import Collection, Iterable
from itertools import groupby
from pathlib import Path

from galley.child import capture
from galley.child.paths import Paths
from galley.child.request import Request
from galley.child.result import Failure, Result
from galley.child.sandbox import Guard
from galley.child.script import Cell, Script
from galley.child.values import collect

_FRAMES = 8
"""Lines of each end of a long traceback."""
_MAPPED = re.compile(r"^RssFile:\s*(\d+) kB", re.MULTILINE)


def run(request: Request, writes: Collection[Path], printed: int) -> Result:
    """Run a program as `__main__` and return what it produced.

    Args:
        request: The program, and what it may see and use.
        writes: Folders in which it may do anything.
        printed: A descriptor of the file that receives what it prints.
    """
    started, worked, held = time.perf_counter(), _processor_time(), _peak()
    captured = capture.Capture(printed)
    script, root = request.script, Path(request.root)
    path = f"{request.snippets}/{script.path}"
    # Tracebacks and `inspect` show the text that runs, whatever the file says by now.
    lines = [f"{line}\n" for line in script.source.split("\n")]
    linecache.cache[path] = (len(script.source), None, lines, path)
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    sys.argv = [path]
    Guard(root, request.sees, writes)

    claims: list[str] = []
    failure = None
    for cell, code in _statements(script, path):
        try:
            exec(code, module.__dict__)
            if cell.raises:
                failure = Failure(
                    f"the cell `{cell.name}` was to raise {cell.raises[0]} and did not",
                    cell.line,
                )
        except BaseException as error:
            if _expected(error, cell):
                captured.finish(cell, raised=_last_line(error))
            else:
                failure = _failure(error, cell, path, request)
        captured.finish(cell)
        if captured.full and not failure:  # it ignores the signal that says so
            failure = Failure("the program has printed as much as it may", cell.line)
        if failure:
            break
        if cell.kind == "claim":
            claims.append(cell.name)
    failure = failure or _unfinished()
    if not failure:  # as Python does at the end of a program
        atexit._run_exitfuncs()
        captured.finish(script.cells[-1])
    values, data, failure = collect(script, module, failure)
    paths = Paths(root)
    return Result(
        outputs=paths.hidden(captured.outputs),
        values=paths.hidden(values),
        data=paths.hidden(data),
        claims=tuple(claims),
        failure=paths.hidden(failure),
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


def _statements(script: Script, path: str) -> list[tuple[Cell, types.CodeType]]:
    """Compile the statements of each cell, with the line numbers of the file."""
    tree = ast.parse(script.source, path)
    starts = [cell.line for cell in script.cells]
    ends = [*starts[1:], script.source.count("\n") + 2]
    return [
        (
            cell,
            compile(
                ast.Module([s for s in tree.body if start <= s.lineno < end], []),
                path,
                "exec",
                dont_inherit=True,
            ),
        )
        for cell, start, end in zip(script.cells, starts, ends, strict=True)
    ]


def _expected(error: BaseException, cell: Cell) -> bool:
    if cell.raises is None:
        return False
    name, message = cell.raises
    names = {kind.__name__ for kind in type(error).__mro__}
    return name in names and message in str(error)


def _last_line(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).rstrip()


def _failure(error: BaseException, cell: Cell, path: str, request: Request) -> Failure:
    """Cut the traceback to the lines of the program and of the book's packages."""
    root = Path(request.root)
    summary = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in summary if frame.filename.startswith(f"{root}{os.sep}")]
    ours = [frame for frame in ours if "site-packages" not in frame.filename]
    engine = (__file__, capture.__file__)
    ours = [frame for frame in ours if frame.filename not in engine]
    lines = [frame.lineno or 0 for frame in ours if frame.filename == path]
    # A syntax error raised by `compile` has no frame in the script.
    line = lines[-1] if lines else cell.line
    details = _cut(
        f'File "{Path(frame.filename).relative_to(root)}", line {frame.lineno}: '
        f"{frame.line}"
        for frame in ours
    )
    details += _last_line(error).splitlines()
    if isinstance(error, SystemExit):
        return Failure(f"the program called `sys.exit({error.code!r})`", line)
    if cell.kind == "claim" and isinstance(error, AssertionError):
        return Failure(f"the claim `{cell.name}` is false", line, tuple(details))
    if cell.raises:
        wanted = f"expected {cell.raises[0]}: …{cell.raises[1]}…"
        fact = f"the cell `{cell.name}` raised something else than it was to raise"
        return Failure(fact, line, (wanted, *details))
    if isinstance(error, EOFError):
        details.append("programs have no standard input")
    if isinstance(error, FileNotFoundError) and f"{root}{os.sep}" in str(error):
        details.append("programs see the files beside them, and what they declare")
        details.append("declare a file above the first cell: `# reads: docs/x.md`")
    if isinstance(error, MemoryError) or "can't allocate memory" in str(error):
        limit = f"{request.memory_limit / 1e9:g} GB"
        details.append(f"a program may hold {limit}: the setting `memory_limit`")
    if isinstance(error, ModuleNotFoundError):
        details.append("programs import torch and mygpt, never each other")
    fact = f"{type(error).__name__} in the cell `{cell.name}`"
    return Failure(fact, line, tuple(details))


def _cut(frames: Iterable[str]) -> list[str]:
    """Say once what is said again and again, and of a long list its two ends."""
    lines: list[str] = []
    for line, same in groupby(frames):
        count = sum(1 for _ in same)
        more = [f"the same {count - 1} times more"] if count > 1 else []
        lines += [line, *more]
    left = len(lines) - 2 * _FRAMES
    if left > 1:
        lines[_FRAMES:-_FRAMES] = [f"… {left} lines …"]
    return lines


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
