"""The warm parent: it imports what every program needs, then forks once per program.

It reads one JSON request a line from standard input and answers one JSON line when a
program has ended. It runs no tensor operation itself, so that forking it is safe, and
it ends, with everything it started, when its standard input closes.
"""

import atexit
import ctypes
import gc
import json
import logging
import math
import os
import re
import resource
import selectors
import signal
import sys
import time
import weakref
from collections import deque
from dataclasses import dataclass
from multiprocessing import util
from pathlib import Path

from galley.child import kernel
from galley.child.request import Request

PRELOAD = (
    "torch",
    "torch._dynamo",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_svg",
)
"""Imported before the first fork; without `torch._dynamo` an optimiser costs 0.7 s."""
PATIENCE = 10
"""So much longer than it may work may a program take on the clock, and wait."""
PROCESSES = 256
"""Processes and threads that a program may have at once, in a room of its own."""
QUIT = b"quit"
"""Stands where the result is to be, if the program called `os._exit`."""

_NESTED = "GALLEY_PROGRAM"
"""Is set for programs: a warm parent that one of them starts is theirs."""
_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36
_DATA = re.compile(r"^VmData:\s*(\d+) kB", re.MULTILINE)


@dataclass
class _Child:
    request: Request
    started: float
    first: int = -1
    """The first process of its namespace, where it has one."""
    overdue: bool = False

    @property
    def limit(self) -> float:
        """When its time on the clock is over."""
        return self.started + PATIENCE * math.ceil(self.request.time_limit)


def main() -> None:
    """Serve requests until standard input closes; the argument is how many at once."""
    # No import system of the user's may write beside the sources of the book.
    sys.dont_write_bytecode = True
    rooms = None if _NESTED in os.environ else kernel.begin(PROCESSES)
    _say({"rooms": rooms is not None, "nested": _NESTED in os.environ})
    for name in PRELOAD:
        __import__(name)
    import galley.child.runner  # noqa: F401  # the last thing that all children share

    _draw_once()
    _forget_exits()
    # What is here now is never garbage: children that do not look for any among it
    # do not write to it either, and share its pages.
    gc.collect()
    gc.freeze()
    _linux(_PR_SET_CHILD_SUBREAPER, 1)  # adopt what a program leaves behind, to end it
    wake, bell = os.pipe()
    os.set_blocking(bell, False)
    signal.set_wakeup_fd(bell)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the client's business
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    selector.register(wake, selectors.EVENT_READ)

    slots = int(sys.argv[1])
    waiting: deque[Request] = deque()
    running: dict[int, _Child] = {}
    unread = b""
    while True:
        limits = [child.limit for child in running.values() if not child.overdue]
        timeout = max(0.0, min(limits) - time.monotonic()) if limits else None
        for key, _ in selector.select(timeout):
            read = os.read(key.fd, 1 << 16)
            if key.fd == 0:
                if not read:
                    for pid, child in running.items():
                        _kill(pid, child)
                    return
                *lines, unread = (unread + read).split(b"\n")
                waiting += map(Request.from_json, lines)
        for pid, child in running.items():
            if time.monotonic() > child.limit:
                child.overdue = True
                _kill(pid, child)
        _reap(running)
        while waiting and len(running) < slots:
            child = _Child(waiting.popleft(), time.monotonic())
            pid, child.first = rooms.fork() if rooms else (os.fork(), -1)
            if pid == 0:
                _child(child.request, rooms is not None)
            running[pid] = child


def _say(answer: dict[str, object]) -> None:
    os.write(1, json.dumps(answer).encode() + b"\n")


def _draw_once() -> None:
    """Fill Matplotlib's caches: fonts, the grammar of its formulas, labels of log axes.

    Each child would otherwise fill them anew, which costs more than most programs.
    """
    import matplotlib.pyplot as plt

    from galley.child import theme

    theme.apply_theme()
    plt.switch_backend("svg")
    figure, (above, below) = plt.subplots(2)
    above.set_title(r"$\eta$ and $x_{t}^2$")
    above.semilogy([1, 2], [1e-14, 1e7], label="a line")
    above.set_yticks([10.0**power for power in range(-14, 8)])
    above.legend()
    below.plot([-0.5, 1.5])
    below.set_xlabel("step")
    theme.describe(figure)
    theme.render(figure, "figure")
    plt.close("all")


def _forget_exits() -> None:
    """Keep of what is to be done at the end what concerns a program's own objects."""
    atexit._clear()
    for it in list(weakref.finalize._registry):  # type: ignore[attr-defined]
        it.atexit = False
    weakref.finalize._registered_with_atexit = False  # type: ignore[attr-defined]
    atexit.register(logging.shutdown)
    atexit.register(util._exit_function)  # type: ignore[attr-defined]


def _linux(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def _kill(pid: int, child: _Child) -> None:
    """End a program with all that it started: its namespace, or else its group."""
    if child.first >= 0:
        kernel.end(child.first)
        return
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has not yet become a leader, or is gone
        os.kill(pid, signal.SIGKILL)


def _reap(running: dict[int, _Child]) -> None:
    """Answer for programs that have ended, and end what they left running."""
    while True:
        try:
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return
        if ended is None:
            return
        pid = ended.si_pid
        if pid in running:
            # While the leader is not yet reaped, its group's id is its own.
            _kill(pid, running[pid])
        _, status, usage = os.wait4(pid, 0)
        if pid not in running:
            continue
        child = running.pop(pid)
        if child.first >= 0:
            kernel.ended(child.first)
        else:
            _end_adopted(running)
        _say(
            {
                "number": child.request.number,
                "exit": os.waitstatus_to_exitcode(status),
                "overdue": child.overdue,
                "worked": usage.ru_utime + usage.ru_stime,
            }
        )


def _end_adopted(running: dict[int, _Child]) -> None:
    """End processes that left their program's group and were adopted by this one.

    Each that ends leaves its own children to this process, so we look again.
    """
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    while listing.exists():
        adopted = {int(it) for it in listing.read_text().split()} - running.keys()
        if not adopted:
            return
        for pid in adopted:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _child(request: Request, room: bool) -> None:
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
        _linux(_PR_SET_PDEATHSIG, signal.SIGKILL)
        _limit(request, room)
        here = {"HOME": folder / "home", "TMPDIR": tmp, _NESTED: "1"}
        os.environ.update({name: str(value) for name, value in here.items()})
        _reseed()
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
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
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


def _reseed() -> None:
    """Start the generators anew, as in a fresh process: chance is not inherited."""
    import numpy
    import torch

    torch.seed()
    numpy.random.seed()  # the generator that old programs use


if __name__ == "__main__":
    main()
    os._exit(0)  # what its libraries would do at the end is of no use to anybody
