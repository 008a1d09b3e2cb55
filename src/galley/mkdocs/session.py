"""What lives as long as a run of MkDocs: through all rebuilds of its server."""

import logging
import threading
from pathlib import Path

from galley.child.result import Result
from galley.html import katex
from galley.mkdocs.reuse import Reuse
from galley.mkdocs.written import Written
from galley.problems import BookError
from galley.run.executor import Executor

log = logging.getLogger("mkdocs.plugins.galley")


class Session:
    """The warm parent, and what one build leaves for the next."""

    def __init__(self, serving: bool) -> None:
        """Begin; the warm parent starts with the first program."""
        self.serving = serving
        self.executor = Executor()
        self.reuse = Reuse()
        self.failed: dict[str, Result] = {}
        """Results of programs that failed: they run again when an input has changed."""
        self.written = Written()
        self._installs = False

    def installed(self) -> Path | None:
        """Name the folder of what npm installed.

        The first page that a server shows does not wait for it: it comes by and by, and
        the server, which watches its place, builds again.
        """
        if not self.serving or katex.place().is_dir():
            return katex.install()
        if not self._installs:
            katex.place().parent.mkdir(parents=True, exist_ok=True)
            self._installs = True
            threading.Thread(target=_install, name="npm", daemon=True).start()
        return None

    def close(self) -> None:
        """End the warm parent."""
        self.executor.close()


def _install() -> None:
    try:
        katex.install()
    except BookError as error:
        log.warning(str(error))
