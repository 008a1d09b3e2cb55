"""Tells a server at once that a file has changed.

MkDocs looks at every file twice a second: it waits, and a large book keeps it busy. The
system can say itself what has changed in a folder. Single files are still looked at,
since many editors replace a file by a new one, and a notice would be for the old one.
"""

import logging
from pathlib import Path
from typing import Any

from watchdog import observers
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

log = logging.getLogger("mkdocs.plugins.galley")

# Not that a file was opened or closed: a build does that.
_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class Watcher(PollingObserver):
    """In place of the observer of MkDocs' server: folders by notice, files by looking.

    Where the system gives no notice, as on a network drive, use `poll`.
    """

    def __init__(self, poll: bool = False) -> None:
        """Watch nothing yet.

        Args:
            poll: Look at all files, folders included.
        """
        super().__init__(timeout=0.5)
        self._notice = None if poll else observers.Observer()
        self._folders: list[
            tuple[FileSystemEventHandler, str | Path, dict[str, Any]]
        ] = []

    def schedule(
        self, event_handler: FileSystemEventHandler, path: str | Path, **how: Any
    ) -> ObservedWatch:
        """Watch a folder or a file."""
        if not self._notice or not Path(path).is_dir():
            return super().schedule(event_handler, path, **how)
        self._folders.append((event_handler, path, how))
        return self._notice.schedule(event_handler, path, event_filter=_CHANGES, **how)

    def unschedule(self, watch: ObservedWatch) -> None:
        """Watch something no longer."""
        if self._notice and watch.event_filter:
            self._notice.unschedule(watch)
        else:
            super().unschedule(watch)

    def start(self) -> None:
        """Begin; look at all files if the system has too many to give notice of."""
        try:
            if self._notice:
                self._notice.start()
        except OSError as error:
            log.warning(f"no notice of changes, so all files are looked at: {error}")
            self._notice = None
            for handler, path, how in self._folders:
                super().schedule(handler, path, **how)
        super().start()

    def stop(self) -> None:
        """End both."""
        if self._notice:
            self._notice.stop()
        super().stop()
