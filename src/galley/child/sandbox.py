"""What a program may touch: an audit hook that records reads and refuses harm."""

import os
import sys
from pathlib import Path

_CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.link"}
_NETWORK = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NOT_INPUTS = {".venv", ".cache", ".git", "__pycache__", "site", "site-packages"}


class Guard:
    """Watches this process from now to its end.

    Code that goes around Python (a C library, another process) is not seen: what it
    writes is caught by the working directory, which is thrown away after the run.
    """

    def __init__(self, root: Path) -> None:
        """Begin to watch what happens below `root` and on the network."""
        self.reads: set[str] = set()
        self._root = f"{root}{os.sep}"
        sys.addaudithook(self._hook)

    def _hook(self, event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if inside := self._inside(path):
                if isinstance(flags, int) and flags & _WRITES:
                    raise PermissionError(
                        f"programs do not write to the book: {inside}"
                    )
                self.reads.add(inside)
        elif event in _CHANGES:
            for path in args:
                if inside := self._inside(path):
                    raise PermissionError(f"programs do not change the book: {inside}")
        elif event in _NETWORK:
            # (socket, address) or, for getaddrinfo, (host, …); Unix sockets have paths.
            address = args[0] if event == "socket.getaddrinfo" else args[1]
            if isinstance(address, tuple) or event == "socket.getaddrinfo":
                raise PermissionError(f"programs have no network: {address}")

    def _inside(self, path: object) -> str:
        """Name a path relative to the root, if it is an input of the book."""
        if not isinstance(path, str | bytes | os.PathLike):
            return ""
        full = os.path.abspath(os.fsdecode(path))  # noqa: PTH100  # Path.resolve audits
        if not full.startswith(self._root):
            return ""
        inside = full[len(self._root) :]
        return "" if _NOT_INPUTS.intersection(Path(inside).parts) else inside
