"""The warm parent: it imports what every program needs, then forks once per program.

It reads one JSON request a line from standard input and answers one JSON line when a
program has ended. It runs no tensor operation itself, so that forking it is safe, and
it ends, with everything it started, when its standard input closes.
"""

import ctypes
import gc
import json
import os
import resource
import selectors
import signal
import sys
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from galley.child.script import Script

PRELOAD = (
    "torch",
    "torch._dynamo",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_svg",
)
"""Imported before the first fork; without `torch._dynamo` an optimiser costs 0.7 s."""

_PR_SET_PDEATHSIG, _PR_SET_CHILD_SUBREAPER = 1, 36


@dataclass(frozen=True)
class Request:
    """A program to be run, and what it may use."""

    number: int
    script: Script
    root: str
    snippets: str
    packages: str
    """A folder to import from."""
    folder: str
    """An empty folder: receives `printed`, `result.json` and a working directory."""
    time_limit: float
    output_limit: int
    together: bool = False
    """Run hidden cells among the shown ones, as Python and Jupyter do."""
    go_on: bool = False
    """Hear every claim, after a false one too."""

    @classmethod
    def from_json(cls, line: bytes) -> "Request":
        """Read what `dataclasses.asdict` and JSON made of a request."""
        raw = json.loads(line)
        return cls(**{**raw, "script": Script.from_json(raw["script"])})


@dataclass
class _Child:
    request: Request
    started: float
    overdue: bool = False


def main() -> None:
    """Serve requests until standard input closes; the argument is how many at once."""
    # No import system of the user's may write beside the sources of the book.
    sys.dont_write_bytecode = True
    for name in PRELOAD:
        __import__(name)
    import galley.child.runner  # noqa: F401  # the last thing that all children share

    _draw_once()
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
        limits = [
            c.started + c.request.time_limit for c in running.values() if not c.overdue
        ]
        timeout = max(0.0, min(limits) - time.monotonic()) if limits else None
        for key, _ in selector.select(timeout):
            read = os.read(key.fd, 1 << 16)
            if key.fd == 0:
                if not read:
                    _kill(running)
                    return
                *lines, unread = (unread + read).split(b"\n")
                waiting += map(Request.from_json, lines)
        for pid, child in running.items():
            if time.monotonic() > child.started + child.request.time_limit:
                child.overdue = True
                _kill([pid])
        _reap(running)
        while waiting and len(running) < slots:
            request = waiting.popleft()
            pid = os.fork()
            if pid == 0:
                _child(request, wake, bell)
            running[pid] = _Child(request, time.monotonic())


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


def _linux(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def _kill(pids: "list[int] | dict[int, _Child]") -> None:
    """End programs with all their children; each leads a process group of its own."""
    for pid in pids:
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
            _kill(
                [pid]
            )  # while the leader is not yet reaped, its group's id is its own
        _, status = os.waitpid(pid, 0)
        if pid not in running:
            continue
        _end_adopted(running)
        child = running.pop(pid)
        answer = {
            "number": child.request.number,
            "exit": os.waitstatus_to_exitcode(status),
            "overdue": child.overdue,
        }
        os.write(1, json.dumps(answer).encode() + b"\n")


def _end_adopted(running: dict[int, _Child]) -> None:
    """End processes that left their program's group and were adopted by this one."""
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    if listing.exists():
        for pid in map(int, listing.read_text().split()):
            if pid not in running:
                os.kill(pid, signal.SIGKILL)


def _child(request: Request, *pipes: int) -> None:
    """Become the process of one program; never returns."""
    try:
        os.setsid()
        _linux(_PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        # The system ends whoever writes a larger file, standard output included.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        limit = request.output_limit
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        folder = Path(request.folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        printed = os.open(folder / "printed", os.O_RDWR | os.O_CREAT | os.O_APPEND)
        os.dup2(printed, 1)
        os.dup2(printed, 2)
        os.closerange(3, max(*pipes, printed) + 1)
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
            setattr(sys, name, stream)
        (folder / "work").mkdir()
        os.chdir(folder / "work")
        os.environ["HOME"] = str(folder)
        _reseed()
        sys.path.insert(0, request.packages)
        _run(request, folder)
    finally:
        os._exit(1)


def _reseed() -> None:
    """Start the generators anew, as in a fresh process: chance is not inherited."""
    import numpy
    import torch

    torch.seed()
    numpy.random.seed()  # the generator that old programs use


def _run(request: Request, folder: Path) -> None:
    from galley.child import runner

    result = runner.run(
        request.script,
        Path(request.root),
        Path(request.snippets),
        request.together,
        request.go_on,
    )
    # The limit was for the program: a result with figures may be larger.
    pipe = folder / "result.part"
    text = result.to_json()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    pipe.write_text(text)
    pipe.rename(folder / "result.json")
    os._exit(0)


if __name__ == "__main__":
    main()
