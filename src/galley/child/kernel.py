"""A room of its own for each program, where the kernel of Linux can give one.

In it there is a file system with the system, Python, and of the book what the program
may see, all of it to be read only; a folder to work in and a `/tmp` that nobody else
sees; no network; and no process but the program's own. What the program does not see
it can neither read nor change, by whatever way, and neither can what it starts.
"""

import ctypes
import os
import select
import signal
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_NEWNS, _NEWUTS, _NEWIPC = 0x00020000, 0x04000000, 0x08000000
_NEWUSER, _NEWPID, _NEWNET = 0x10000000, 0x20000000, 0x40000000
_BIND, _RECURSIVE, _PRIVATE = 0x1000, 0x4000, 0x40000
_DETACH = 2
SET_DEATH_SIGNAL, _NO_NEW_PRIVILEGES = 1, 38
_MOUNT_SETATTR = 442
_READ_ONLY, _ALL_BELOW = 1, 0x8000
_CAPABILITIES = 0x20080522

_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc", "/opt", "/nix",
           "/sys")  # fmt: skip
_DEVICES = ("null", "zero", "full", "random", "urandom")
_RESERVED = 300
"""Numbers of processes that are not given again, once they have all been given."""
_SPACE = b"size=50%,nr_inodes=100k,mode=1777"


class Rooms:
    """What the warm parent makes rooms with: namespaces in which it may do so.

    A helper, forked while this process is small, begins a process namespace for each
    program: all that a program starts ends with the first process of its namespace.
    """

    def __init__(self, processes: int) -> None:
        """Go on as the first process of namespaces of our own, in a fork.

        This process must have one thread. It waits for the fork and ends like it.

        Args:
            processes: How many a program may have at once.

        Raises:
            OSError: The system does not let us.
        """
        identity = f"{os.getuid()} {os.getuid()} 1", f"{os.getgid()} {os.getgid()} 1"
        _call("unshare", _NEWUSER | _NEWNS | _NEWPID)
        _map(os.open("/proc/self", os.O_RDONLY), *identity)
        _mount("none", "/", flags=_RECURSIVE | _PRIVATE)
        if pid := os.fork():
            os._exit(abs(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))
        _prctl(SET_DEATH_SIGNAL, signal.SIGKILL)
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY)
        asked, self._ask = os.pipe()
        self._answers, answer = os.pipe()
        if os.fork() == 0:
            _begin_namespaces(asked, answer, self._own, processes)
        os.close(asked)
        os.close(answer)
        os.write(self._ask, b"+")

    def fork(self) -> tuple[int, int]:
        """Fork into a new process namespace.

        Returns:
            What `os.fork` returns, and a descriptor of the namespace's first process.
        """
        number = os.read(self._answers, 16)
        first = os.pidfd_open(int(number))
        os.write(self._ask, b"+")  # the next one, meanwhile
        _call("setns", first, _NEWPID)
        pid = os.fork()
        if pid:
            _call("setns", self._own, _NEWPID)
        return pid, first


def _begin_namespaces(asked: int, answer: int, own: int, processes: int) -> None:
    """Be the helper; never returns."""
    try:
        _prctl(SET_DEATH_SIGNAL, signal.SIGKILL)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ends need not be waited for
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        while os.read(asked, 1):
            _call("unshare", _NEWPID)
            pid = os.fork()
            if pid == 0:
                _prctl(SET_DEATH_SIGNAL, signal.SIGKILL)
                os.closerange(3, 256)
                with suppress(OSError):  # older kernels have one limit for all
                    most = str(_RESERVED + processes)
                    Path("/proc/sys/kernel/pid_max").write_text(most)
                while True:
                    signal.pause()
            _call("setns", own, _NEWPID)
            os.write(answer, f"{pid:<16}".encode())
    finally:
        os._exit(0)


def end(first: int) -> None:
    """End all processes of a namespace."""
    with suppress(ProcessLookupError):
        signal.pidfd_send_signal(first, signal.SIGKILL)


def ended(first: int, seconds: float = 5.0) -> None:
    """Wait until all processes of a namespace have ended, and forget it."""
    select.select([first], [], [], seconds)
    os.close(first)


def begin(processes: int) -> Rooms | None:
    """Make rooms, if a trial shows that all of it works here.

    Args:
        processes: How many a program may have at once.
    """
    if sys.platform != "linux":
        return None
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.dup2(os.open(os.devnull, os.O_RDWR), 2)
            with tempfile.TemporaryDirectory() as folder:
                code = _tried(Path(folder), processes)
        finally:
            os._exit(code)
    return Rooms(processes) if os.waitpid(pid, 0)[1] == 0 else None


def _tried(folder: Path, processes: int) -> int:
    for name in ("book", "work", "stage"):
        (folder / name).mkdir()
    pid, first = Rooms(processes).fork()
    if pid == 0:
        try:
            enter(folder / "stage", folder / "book", folder, [folder / "work"])
            (folder / "work/written").touch()
            os._exit(1 if (folder / "stage").exists() else 0)
        finally:
            os._exit(1)
    status = os.waitpid(pid, 0)[1]
    end(first)
    ended(first)
    return 0 if status == 0 else 1


def enter(stage: Path, book: Path, root: Path, writable: Iterable[Path]) -> None:
    """Move this process into a room, for good.

    Args:
        stage: An empty folder, to build the room on.
        book: What the program may see of the book.
        root: Where the program sees it.
        writable: Folders that stay what they are.

    Raises:
        OSError: The system does not let us.
    """
    itself = os.open("/proc/self", os.O_RDONLY)  # its file system can still be written
    _call("unshare", _NEWNS | _NEWNET | _NEWIPC | _NEWUTS)
    _call("sethostname", b"galley", 6)
    _mount("none", str(stage), b"tmpfs", data=b"mode=755")
    for path in _SYSTEM:
        _show(stage, Path(path))
    _show_processes(stage)
    for name in _DEVICES:
        _show(stage, Path("/dev", name), read_only=False)
    for name, target in ("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2"):
        _at(stage, Path("/dev", name)).symlink_to(f"/proc/self/fd{target}")
    for private in ("/tmp", "/dev/shm"):
        place = _at(stage, Path(private))
        place.mkdir(parents=True, exist_ok=True)
        _mount("none", str(place), b"tmpfs", data=_SPACE)
    _show(stage, root, book, read_only=False)
    for prefix in dict.fromkeys((sys.base_prefix, sys.prefix)):
        _show(stage, Path(prefix))
    for folder in writable:
        _show(stage, folder, read_only=False)
    _set_read_only(_at(stage, root), 0)  # now that there are places for all in it
    os.chdir(stage)
    _call("pivot_root", b".", b".")
    _call("umount2", b".", _DETACH)
    os.chdir("/")
    _set_read_only(Path("/"), 0)
    # What it may still do here, it may do in its name only: in a user namespace of its
    # own its processes are counted apart, and it has no power over what was mounted.
    identity = f"{os.getuid()} {os.getuid()} 1", f"{os.getgid()} {os.getgid()} 1"
    _call("unshare", _NEWUSER)
    _map(itself, *identity)
    os.close(itself)
    _prctl(_NO_NEW_PRIVILEGES, 1)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


def _at(stage: Path, path: Path) -> Path:
    return stage / path.relative_to("/")


def _show(
    stage: Path, path: Path, source: Path | None = None, read_only: bool = True
) -> None:
    """Let a file or folder be seen in the room where it is, if it is there."""
    place, source = _at(stage, path), source or path
    if not source.exists() or place.is_mount():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() and path.parent == Path("/"):  # /lib → usr/lib
        place.symlink_to(path.readlink())
        return
    if source.is_dir():
        place.mkdir(exist_ok=True)
    else:
        place.touch()
    _mount(str(source), str(place), flags=_BIND | _RECURSIVE)
    if read_only:
        _set_read_only(place)


def _show_processes(stage: Path) -> None:
    """Let the program's own processes be seen; in a container, perhaps all of them."""
    place = _at(stage, Path("/proc"))
    place.mkdir()
    try:
        _mount("proc", str(place), b"proc")
    except OSError:
        _mount("/proc", str(place), flags=_BIND | _RECURSIVE)
    _set_read_only(place)


def _set_read_only(path: Path, flags: int = _ALL_BELOW) -> None:
    attributes = (ctypes.c_uint64 * 4)(_READ_ONLY, 0, 0, 0)
    _call("syscall", _MOUNT_SETATTR, -100, os.fsencode(path), flags, attributes, 32)


def _mount(
    source: str, target: str, kind: bytes = b"", flags: int = 0, data: bytes = b""
) -> None:
    _call(
        "mount", os.fsencode(source), os.fsencode(target), kind or None,
        ctypes.c_ulong(flags), data or None,
    )  # fmt: skip


def _map(process: int, user: str, group: str) -> None:
    """Be in a new user namespace who we were."""
    for name, text in ("setgroups", "deny"), ("uid_map", user), ("gid_map", group):
        handle = os.open(name, os.O_WRONLY, dir_fd=process)
        os.write(handle, text.encode())
        os.close(handle)


def _prctl(option: int, value: int) -> None:
    _call("prctl", option, value, 0, 0, 0)


def _call(name: str, *args: object) -> None:
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    if function(*args) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)
