"""What a program may touch, said by Python: an audit hook that refuses, with reasons.

Where the kernel gives a program a room of its own (`kernel`), that holds whatever the
program does, and the hook only says why. Where it does not, the hook is all there is:
it sees what Python does in this process, and not what compiled code or children do.
"""

import errno
import os
import stat
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NETWORK = {
    "socket.connect": 1,
    "socket.bind": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
}
"""Which argument of each event is the address."""
_CHANGES = {
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.link": ((0, 2), (1, 3)),
    "os.mkdir": ((0, 2),),
    "os.remove": ((0, 1),),
    "os.removexattr": ((0, None),),
    "os.rename": ((0, 2), (1, 3)),
    "os.rmdir": ((0, 1),),
    "os.setxattr": ((0, None),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, None),),
    "os.utime": ((0, 3),),
}
"""Which arguments of each event are a path, and the folder that it is relative to."""


class Guard:
    """Watches this process from now to its end."""

    def __init__(
        self, root: Path, sees: Collection[str], writes: Collection[Path]
    ) -> None:
        """Begin to watch.

        Args:
            root: The folder of the book.
            sees: The files below it that may be read, relative to it.
            writes: Folders in which anything may be done.
        """
        self._root = str(root)
        self._sees = frozenset(f"{root}/{it}" for it in sees)
        folders = {str(it) for path in self._sees for it in Path(path).parents}
        self._folders = folders - {str(it) for it in root.parents}
        # These may stand in each other: a book below /tmp, an environment in its book.
        self._places = dict.fromkeys((sys.prefix, sys.base_prefix), "read")
        for folder in (*writes, Path("/dev")):
            self._places[os.path.realpath(folder)] = "write"
        self._places |= {self._root: "book", os.path.realpath(root): "book"}
        sys.addaudithook(self._hook)

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if isinstance(path, str | bytes | os.PathLike):
                self._open(_full(path), flags if isinstance(flags, int) else 0)
        elif event in ("os.listdir", "os.scandir"):
            if isinstance(args[0], str | bytes | os.PathLike):
                self._read(_full(args[0]), self._folders)
        elif event in _CHANGES:
            for path in _paths(event, args):
                self._write(path, "programs do not change the book")
        elif event in _NETWORK:
            address = args[_NETWORK[event]]
            # Unix sockets have paths for addresses, and connected ones have none.
            if isinstance(address, tuple) or _NETWORK[event] == 0:
                raise PermissionError(f"programs have no network: {address}")

    def _open(self, path: str, flags: int) -> None:
        if flags & _WRITES:
            self._write(path, "programs do not write to the book")
        elif _is_below(self._root, path) or _is_below(path, self._root):
            # Whoever has a folder open can name what is in it without saying where.
            if self._place(path) != "write" and _is_folder(path):
                raise PermissionError(f"programs do not open folders: {path}")
            self._read(path, self._sees)

    def _read(self, path: str, known: Collection[str]) -> None:
        """Refuse what is below the root and not known, as if it were not there."""
        if self._place(path) == "book" and path not in known:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)

    def _write(self, path: str, fact: str) -> None:
        folder, name = os.path.split(path)
        path = os.path.join(os.path.realpath(folder), name)  # noqa: PTH118  # audits
        if self._place(os.path.realpath(path)) == "write":
            return
        if _is_below(path, self._root):
            raise PermissionError(f"{fact}: {path[len(self._root) + 1 :]}")
        raise PermissionError(f"programs write into their own folder: {path}")

    def _place(self, path: str) -> str:
        """Say in what a path is: the book, a folder to write to, Python, or nothing."""
        above = [it for it in self._places if _is_below(path, it)]
        return self._places[max(above, key=len)] if above else ""


def _paths(event: str, args: tuple[object, ...]) -> Iterator[str]:
    for at, folder_at in _CHANGES[event]:
        path = args[at]
        folder = args[folder_at] if folder_at is not None else -1
        if isinstance(path, int):
            yield _opened(path)
        elif isinstance(path, str | bytes | os.PathLike):
            base = _opened(folder) if isinstance(folder, int) and folder >= 0 else ""
            yield _full(os.path.join(base, os.fsdecode(path)))  # noqa: PTH118


def _opened(handle: int) -> str:
    """Say what stands behind a descriptor."""
    if sys.platform == "darwin":
        import fcntl

        return fcntl.fcntl(handle, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0").decode()
    return os.readlink(f"/proc/self/fd/{handle}")  # noqa: PTH115  # Path audits


def _full(path: str | bytes | os.PathLike[str]) -> str:
    return os.path.abspath(os.fsdecode(path))  # noqa: PTH100  # Path.resolve audits


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116  # Path audits
    except OSError:
        return False
