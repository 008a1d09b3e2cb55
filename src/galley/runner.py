"""Run one program in this process, cell by cell, and record what it produces.

The runner knows nothing of processes or limits: it is called once in a process of its
own, whose file descriptors 1 and 2 both append to one file.
"""

import ast
import ctypes
import linecache
import os
import re
import resource
import sys
import threading
import time
import traceback
import types
import warnings
from pathlib import Path

from galley import figures
from galley.guard import Guard
from galley.program import Cell, Program
from galley.result import Failure, Output, Result, Scalar, Value

LONGEST_VALUE = 300
"""Characters of a recorded string; longer ones are no value for a sentence."""
LONGEST_TUPLE = 64
"""Elements of a recorded tuple or list."""

_MAPPED = re.compile(r"^RssFile:\s*(\d+) kB", re.MULTILINE)
_TRIGGERED = re.compile(r" \(Triggered internally at .*?\)")


def run(program: Program, root: Path, snippets: Path) -> Result:
    """Run a program as `__main__` and return what it produced."""
    started, worked, held = time.perf_counter(), _processor_time(), _peak()
    capture = _Capture()
    path = str(snippets / program.path)
    # Tracebacks and `inspect` show the text that runs, whatever the file says by now.
    lines = program.source.splitlines(keepends=True)
    linecache.cache[path] = (len(program.source), None, lines, path)
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    sys.argv = [path]
    before = set(sys.modules)
    guard = Guard(root)

    claims: list[str] = []
    failure = None
    for cell, code in _statements(program, path):
        try:
            exec(code, module.__dict__)
            if cell.raises:
                failure = Failure(
                    f"the cell `{cell.name}` was to raise {cell.raises[0]} and did not",
                    cell.line,
                )
        except BaseException as error:
            if _expected(error, cell):
                capture.finish(cell, raised=_last_line(error))
            else:
                failure = _failure(error, cell, path, root)
        capture.finish(cell)
        if failure:
            break
        if cell.kind == "claim":
            claims.append(cell.name)
    values, data, failure = _leftovers(program, module, failure)
    return Result(
        outputs=capture.outputs,
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


def _statements(program: Program, path: str) -> list[tuple[Cell, types.CodeType]]:
    """Compile the statements of each cell, with the line numbers of the file."""
    tree = ast.parse(program.source, path)
    starts = [cell.line for cell in program.cells]
    ends = [*starts[1:], len(program.source.splitlines()) + 2]
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
        for cell, start, end in zip(program.cells, starts, ends, strict=True)
    ]


class _Capture:
    """What the cells print to file descriptors 1 and 2, and the figures they show."""

    def __init__(self) -> None:
        import matplotlib.pyplot as plt

        self.outputs: dict[str, tuple[Output, ...]] = {}
        self._pending: list[Output] = []
        self._offset = 0
        self._libc = ctypes.CDLL(None)
        figures.apply_theme()
        plt.switch_backend("svg")  # now: done later, it would replace `show` again
        plt.show = lambda *_, **__: self._show()  # a function: Matplotlib marks it
        warnings.showwarning = self._warn  # type: ignore[assignment]  # takes less

    def _warn(
        self, message: Warning | str, category: type[Warning], *_: object
    ) -> None:
        """Write a warning as one line without paths, which differ between machines."""
        sys.stdout.flush()
        text = _TRIGGERED.sub("", str(message))
        print(f"{category.__name__}: {text}", file=sys.stderr)

    def _text(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self._libc.fflush(None)
        size = os.fstat(1).st_size
        printed = os.pread(1, size - self._offset, self._offset)
        self._offset = size
        if printed:
            self._pending.append(
                Output("text", printed.decode(errors="backslashreplace"))
            )

    def _show(self) -> None:
        import matplotlib.pyplot as plt

        self._text()
        for number in plt.get_fignums():
            figure = plt.figure(number)
            # Described last: drawing settles limits and ticks.
            svg = figures.render(figure, "figure")
            data = tuple(figures.describe(figure))
            self._pending.append(Output("figure", svg, data))
        plt.close("all")

    def finish(self, cell: Cell, raised: str = "") -> None:
        """Give what has come since the last call to this cell."""
        self._text()
        if raised:
            self._pending.append(Output("raised", raised))
        if self._pending:
            self.outputs[cell.name] = (*self.outputs.get(cell.name, ()), *self._pending)
        self._pending = []


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
    ours = [frame for frame in ours if frame.filename != __file__]
    lines = [frame.lineno or 0 for frame in ours if frame.filename == path]
    # A syntax error raised by `compile` has no frame in the program.
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
    fact = f"{type(error).__name__} in the cell `{cell.name}`"
    return Failure(fact, line, tuple(details))


def _leftovers(
    program: Program, module: types.ModuleType, failure: Failure | None
) -> tuple[dict[str, Value], dict[str, object], Failure | None]:
    """Record the scalars at top level and the variables of the data cells."""
    values = {
        name: value
        for name, it in vars(module).items()
        if not name.startswith("_") and (value := _value(it)) is not None
    }
    data: dict[str, object] = {}
    for cell in program.cells:
        if cell.kind != "data" or failure:
            continue
        name = cell.name.replace("-", "_")
        if name not in vars(module):
            fact = f"the data cell `{cell.name}` defines no variable `{name}`"
            failure = Failure(fact, cell.line)
        else:
            data[cell.name] = _jsonable(vars(module)[name])
    return values, data, failure


def _value(it: object) -> Value | None:
    """Turn what may stand in a sentence into plain Python; None for all else."""
    if isinstance(it, list | tuple):
        if len(it) > LONGEST_TUPLE:
            return None
        scalars = [_scalar(element) for element in it]
        known = [scalar for scalar in scalars if scalar is not None]
        return tuple(known) if len(known) == len(it) else None
    return _scalar(it)


def _scalar(it: object) -> Scalar | None:
    if getattr(it, "shape", None) == () and hasattr(it, "item"):
        it = it.item()
    if isinstance(it, str):
        return it if len(it) <= LONGEST_VALUE else None
    return it if isinstance(it, bool | int | float) else None


def _jsonable(it: object) -> object:
    """Turn tensors and arrays inside nested data into lists; no infinities or NaN."""
    if hasattr(it, "tolist"):
        it = it.tolist()
    if isinstance(it, dict):
        return {str(key): _jsonable(value) for key, value in it.items()}
    if isinstance(it, list | tuple | range):
        return [_jsonable(element) for element in it]
    if isinstance(it, float):
        return it if abs(it) < float("inf") else None
    return it if isinstance(it, str | int | bool | None) else str(it)


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
