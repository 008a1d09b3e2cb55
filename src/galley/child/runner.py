"""Run one program in this process, cell by cell, and record what it produces.

The runner knows nothing of processes or limits: it is called once in a process of its
own, whose file descriptors 1 and 2 both append to one file.
"""

import ast
import linecache
import os
import re
import resource
import sys
import threading
import time
import traceback
import types
from pathlib import Path

from galley.child import capture
from galley.child.plot_data import UnknownArtistError
from galley.child.result import Failure, Result
from galley.child.sandbox import Guard
from galley.child.script import Cell, Script
from galley.child.values import collect

_ARTISTS = (
    "known are Matplotlib's lines, patches, collections, images and texts, and their "
    "subclasses that do not override `draw`: make it of these"
)
_MAPPED = re.compile(r"^RssFile:\s*(\d+) kB", re.MULTILINE)


def run(script: Script, root: Path, snippets: Path) -> Result:
    """Run a program as `__main__` and return what it produced."""
    started, worked, held = time.perf_counter(), _processor_time(), _peak()
    captured = capture.Capture()
    path = str(snippets / script.path)
    # Tracebacks and `inspect` show the text that runs, whatever the file says by now.
    lines = [f"{line}\n" for line in script.source.split("\n")]
    linecache.cache[path] = (len(script.source), None, lines, path)
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    sys.argv = [path]
    before = set(sys.modules)
    guard = Guard(root)

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
                failure = _failure(error, cell, path, root)
        captured.finish(cell)
        if failure:
            break
        if cell.kind == "claim":
            claims.append(cell.name)
    values, data, failure = collect(script, module, failure)
    return Result(
        outputs=captured.outputs,
        values=values,
        data=data,
        claims=tuple(claims),
        reads=tuple(sorted(guard.reads | _imported(before, root))),
        failure=failure or _unfinished(),
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


def _failure(error: BaseException, cell: Cell, path: str, root: Path) -> Failure:
    """Cut the traceback to the lines of the program and of the book's packages."""
    summary = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in summary if frame.filename.startswith(f"{root}{os.sep}")]
    ours = [frame for frame in ours if "site-packages" not in frame.filename]
    engine = (__file__, capture.__file__)
    ours = [frame for frame in ours if frame.filename not in engine]
    lines = [frame.lineno or 0 for frame in ours if frame.filename == path]
    # A syntax error raised by `compile` has no frame in the script.
    line = lines[-1] if lines else cell.line
    details = [
        f'File "{Path(frame.filename).relative_to(root)}", line {frame.lineno}: '
        f"{frame.line}"
        for frame in ours
    ]
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
    if isinstance(error, ModuleNotFoundError):
        details.append("programs import torch and mygpt, never each other")
    if isinstance(error, UnknownArtistError):
        fact = f"the cell `{cell.name}` draws a `{error}`, which cannot be compared"
        return Failure(fact, line, (_ARTISTS,))
    fact = f"{type(error).__name__} in the cell `{cell.name}`"
    return Failure(fact, line, tuple(details))


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


def _imported(before: set[str], root: Path) -> set[str]:
    """Name the files below the root that became modules during the run."""
    files = [
        getattr(sys.modules[name], "__file__", None)
        for name in set(sys.modules) - before
        if name in sys.modules
    ]
    inside = [Path(file) for file in files if file and Path(file).is_relative_to(root)]
    return {
        str(file.relative_to(root))
        for file in inside
        if "site-packages" not in file.parts
    }
