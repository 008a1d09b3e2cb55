"""A fork of the warm parent becomes the process of one program.

It gives up what the parent has open, enters its room, takes on its limits, and runs the
program. Its last act is to leave the result.
"""

import ctypes
import math
import os
import re
import resource
import signal
import sys
from pathlib import Path

from galley.child import kernel
from galley.child.environment import NESTED
from galley.child.preloaded import reseed
from galley.child.request import Request

PROCESSES = 256
"""Processes and threads that a program may have at once, in a room of its own."""
QUIT = b"quit"
"""Stands where the result is to be, if the program called `os._exit`."""
SUBREAPER = 36
"""For `prctl`: adopt the processes that a child leaves behind."""

_DATA = re.compile(r"^VmData:\s*(\d+) kB", re.MULTILINE)


def prctl(option: int, value: int) -> None:
    """Set something of this process that Linux alone has."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def become(request: Request, room: bool) -> None:
    """Become the process of one program; never returns."""
    leave, me, result = os._exit, os.getpid(), -1
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        # The system ends whoever writes a larger file, standard output included.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        folder = Path(request.folder)
        printed, result = _redirect(folder)
        writes = [folder / "work", folder / "home"]
        if room:
            root, book = Path(request.root), folder / "book"
            kernel.enter(folder / "stage", book, root, writes)
        tmp = Path("/tmp") if room else folder / "tmp"  # a private one
        os.chdir(folder / "work")
        # Only now: the system forgets it when a process gives away its rights.
        prctl(kernel.SET_DEATH_SIGNAL, signal.SIGKILL)
        _limit(request, room)
        here = {"HOME": folder / "home", "TMPDIR": tmp, NESTED: "1"}
        os.environ.update({name: str(value) for name, value in here.items()})
        reseed()
        sys.path.insert(0, request.packages)

        def quits(code: int) -> None:
            if os.getpid() == me:
                os.write(result, QUIT)
            leave(code)

        os._exit = quits  # type: ignore[assignment]  # so that its end can be told
        from galley.child import runner

        writes.append(tmp)
        if room:
            writes.append(Path("/dev/shm"))
        text = runner.run(request, writes, printed).to_json()
        if os.getpid() != me:  # a fork that came to the end of the program, too
            leave(0)
        # The limit was for the program: a result with figures may be larger.
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        with os.fdopen(result, "w", encoding="utf-8") as file:
            file.write(text)
        leave(0)
    except BaseException as error:  # ours: those of the program are its failure
        if os.getpid() == me:
            os.write(result, f"{type(error).__name__}: {error}".encode())
    finally:
        leave(1)


def _redirect(folder: Path) -> tuple[int, int]:
    """Open what takes the output and the result, and close all else.

    Returns:
        A descriptor to read the output, and one to write the result.
    """
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    output = os.open(folder / "printed", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.closerange(3, 256)
    printed = os.open(folder / "printed", os.O_RDONLY)
    result = os.open(folder / "result.json", os.O_WRONLY | os.O_CREAT)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115  # stays open to the end
    for number, name in ((1, "stdout"), (2, "stderr")):
        stream = os.fdopen(
            number,
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            buffering=1,
            closefd=False,
        )
        # What holds the stream that was here before is not to hold output back.
        getattr(sys, f"__{name}__").reconfigure(line_buffering=True)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    return printed, result


def _limit(request: Request, room: bool) -> None:
    """Set what the system ends a program for, or does not give it."""
    limits = {
        resource.RLIMIT_FSIZE: (request.output_limit, resource.RLIM_INFINITY),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_CPU: (math.ceil(request.time_limit),) * 2,
    }
    status = Path("/proc/self/status")
    if status.is_file() and (held := _DATA.search(status.read_text())):
        memory = int(held[1]) * 1024 + request.memory_limit
        limits[resource.RLIMIT_DATA] = (memory, memory)
    if room:  # elsewhere the processes of all who have our name are counted together
        limits[resource.RLIMIT_NPROC] = (PROCESSES, PROCESSES)
    for which, wanted in limits.items():
        most = resource.getrlimit(which)[1]  # that of whoever started us
        soft, hard = (it if most < 0 or 0 <= it < most else most for it in wanted)
        resource.setrlimit(which, (soft, hard))
