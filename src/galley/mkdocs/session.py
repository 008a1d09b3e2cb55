"""What lives as long as a run of MkDocs: through all rebuilds of its server."""

from galley.child.result import Result
from galley.mkdocs.reuse import Reuse
from galley.mkdocs.written import Written
from galley.run.executor import Executor


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

    def close(self) -> None:
        """End the warm parent."""
        self.executor.close()
