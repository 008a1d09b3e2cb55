"""The warm parent: it imports what every program needs, then forks once per program.

It reads one JSON request a line from standard input and answers one JSON line when a
program has ended. It runs no tensor operation itself, so that forking it is safe, and
it ends, with everything it started, when its standard input closes.
"""

import atexit
import gc
import json
import logging
import math
import os
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
from galley.child.environment import NESTED
from galley.child.process import PROCESSES, SUBREAPER, become, prctl
from galley.child.request import Request

_DRAWING = ("matplotlib.pyplot", "matplotlib.backends.backend_svg")
"""Imported before the first fork, after what the book names."""
PATIENCE = 10
"""So much longer than it may work may a program take on the clock, and wait."""


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
    """Serve requests until standard input closes.

    The arguments are how many at once, and what to import for all of them.
    """
    # No import system of the user's may write beside the sources of the book.
    sys.dont_write_bytecode = True
    rooms = None if NESTED in os.environ else kernel.begin(PROCESSES)
    slots, *preload = sys.argv[1:]
    for name in (*preload, *_DRAWING):
        try:
            __import__(name)
        except ImportError as error:
            _say({"lacks": name, "why": str(error)})
            return
    _say({"rooms": rooms is not None, "nested": NESTED in os.environ})
    import galley.child.runner  # noqa: F401  # the last thing that all children share

    _draw_once()
    _forget_exits()
    # What is here now is never garbage: children that do not look for any among it
    # do not write to it either, and share its pages.
    gc.collect()
    gc.freeze()
    prctl(SUBREAPER, 1)  # adopt what a program leaves behind, to end it
    wake, bell = os.pipe()
    os.set_blocking(bell, False)
    signal.set_wakeup_fd(bell)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the client's business
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    selector.register(wake, selectors.EVENT_READ)

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
        while waiting and len(running) < int(slots):
            child = _Child(waiting.popleft(), time.monotonic())
            pid, child.first = rooms.fork() if rooms else (os.fork(), -1)
            if pid == 0:
                become(child.request, rooms is not None)
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


if __name__ == "__main__":
    main()
    os._exit(0)  # what its libraries would do at the end is of no use to anybody
