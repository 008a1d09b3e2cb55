"""Call a function in a fork of this process: what it changes, nobody sees.

A fork costs ten to thirty milliseconds. It is safe as long as compiled code has no
threads that it waits for: programs compute with one, and a fork begins with one.
"""

import importlib
import io
import os
import pickle
import types
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from galley.child.preloaded import one_thread

T = TypeVar("T")


def apart(work: Callable[[], T]) -> T:
    """Return what a function returns that is called in a fork of this process.

    If the fork ends before, this process ends in the same way: by the same signal, or
    with the same exit code.
    """
    reading, writing = os.pipe()
    if (pid := os.fork()) == 0:
        try:
            os.close(reading)
            one_thread()
            answer = pickle.dumps(work())
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(len(answer).to_bytes(8, "big") + answer)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        # What the fork has started may hold the pipe open: it is read by its length.
        answer = pipe.read(int.from_bytes(pipe.read(8), "big"))
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        os.kill(os.getpid(), -code)
    if code:
        os._exit(code)
    value: T = pickle.loads(answer)
    return value


def packed(names: Mapping[str, object]) -> dict[str, bytes]:
    """Pickle each of some variables; those that cannot be pickled are left out."""
    found: dict[str, bytes] = {}
    for name, value in names.items():
        file = io.BytesIO()
        try:
            _Pickler(file).dump(value)
        except Exception:  # any object may refuse in its own way
            continue
        found[name] = file.getvalue()
    return found


def unpacked(names: Mapping[str, bytes]) -> dict[str, object]:
    """Read what `packed` wrote; what is gone since is left out."""
    found: dict[str, object] = {}
    for name, data in names.items():
        try:
            found[name] = pickle.loads(data)
        except Exception:  # it was a function of a hidden cell
            continue
    return found


class _Pickler(pickle.Pickler):
    def reducer_override(self, it: Any) -> Any:
        """Name a module: it is imported again."""
        if isinstance(it, types.ModuleType):
            return importlib.import_module, (it.__name__,)
        return NotImplemented
