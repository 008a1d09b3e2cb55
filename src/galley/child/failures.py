"""Why a cell did not come to its end, in the words of a message."""

import os
import traceback
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from galley.child.plot_data import UnknownArtistError
from galley.child.request import Request
from galley.child.result import Failure
from galley.child.script import Cell, lines

_FRAMES = 8
"""Lines of each end of a long traceback."""
_ARTISTS = (
    "known are Matplotlib's lines, patches, collections, images and texts, and their "
    "subclasses that do not override `draw`: make it of these"
)


def expected(error: BaseException, cell: Cell) -> bool:
    """Tell whether a cell ended as its header says."""
    if cell.raises is None:
        return False
    name, message = cell.raises
    names = {kind.__name__ for kind in type(error).__mro__}
    return name in names and message in str(error)


def last_line(error: BaseException) -> str:
    """Write an exception as the last line of a traceback does."""
    return "".join(traceback.format_exception_only(error)).rstrip()


def failure(error: BaseException, cell: Cell, path: str, request: Request) -> Failure:
    """Cut the traceback to the lines of the program and of the book's packages."""
    root = request.root
    summary = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in summary if frame.filename.startswith(f"{root}{os.sep}")]
    ours = [frame for frame in ours if "site-packages" not in frame.filename]
    engine = str(Path(__file__).parent)
    ours = [frame for frame in ours if not frame.filename.startswith(engine)]
    own = [frame.lineno or 0 for frame in ours if frame.filename == path]
    # A syntax error raised by `compile` has no frame in the script.
    line = own[-1] if own else cell.line
    details = _cut(
        f'File "{Path(frame.filename).relative_to(root)}", line {frame.lineno}: '
        f"{frame.line}"
        for frame in ours
    )
    details += lines(last_line(error))
    if isinstance(error, SystemExit):
        return Failure(f"the program called `sys.exit({error.code!r})`", line)
    if cell.kind == "claim" and isinstance(error, AssertionError):
        return Failure(f"the claim `{cell.name}` is false", line, tuple(details))
    if cell.raises:
        wanted = f"expected {cell.raises[0]}: …{cell.raises[1]}…"
        fact = f"the cell `{cell.name}` raised something else than it was to raise"
        return Failure(fact, line, (wanted, *details))
    if cell.kind != "code" and isinstance(error, NameError):
        details.append("a hidden cell sees the names of shown cells, and of the hidden")
        details.append("ones before it all that can be pickled: no function, no class")
    if isinstance(error, EOFError):
        details.append("programs have no standard input")
    if isinstance(error, FileNotFoundError) and f"{root}{os.sep}" in str(error):
        details.append("programs see the files beside them, and what they declare")
        details.append("declare a file above the first cell: `# reads: docs/x.md`")
    if isinstance(error, MemoryError) or "can't allocate memory" in str(error):
        limit = f"{request.memory_limit / 1e9:g} GB"
        details.append(f"a program may hold {limit}: the setting `memory_limit`")
    if isinstance(error, ModuleNotFoundError):
        src = Path(request.packages).name
        details.append(
            f"programs import what is installed and what is in {src}/, never each other"
        )
    if isinstance(error, UnknownArtistError):
        fact = f"the cell `{cell.name}` draws a `{error}`, which cannot be compared"
        return Failure(fact, line, (_ARTISTS,))
    fact = f"{type(error).__name__} in the cell `{cell.name}`"
    return Failure(fact, line, tuple(details))


def _cut(frames: Iterable[str]) -> list[str]:
    """Say once what is said again and again, and of a long list its two ends."""
    found: list[str] = []
    for line, same in groupby(frames):
        count = sum(1 for _ in same)
        more = [f"the same {count - 1} times more"] if count > 1 else []
        found += [line, *more]
    left = len(found) - 2 * _FRAMES
    if left > 1:
        found[_FRAMES:-_FRAMES] = [f"… {left} lines …"]
    return found
