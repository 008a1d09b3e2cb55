"""`mkdocs serve`, so that what an edit costs depends on the edit."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from galley.mkdocs.watch import Watcher

if TYPE_CHECKING:  # it brings a whole HTTP server, which few builds need
    from mkdocs.livereload import LiveReloadServer

SETTLED = 0.03
"""Seconds without a change after which a server builds: an editor is done by then."""


def follow(
    server: "LiveReloadServer", config: MkDocsConfig, paths: Iterable[Path], poll: bool
) -> None:
    """Have a server see changes at once, and keep the pages that still stand.

    Args:
        server: It watches the folder of pages and the settings already.
        config: The settings of the first build; each further one reads them again.
        paths: What else to watch, where it exists.
        poll: Look at all files, where the system tells of no changes.
    """

    def rebuild() -> None:
        fresh = load_config(
            config.config_file_path,
            site_dir=config.site_dir,
            strict=config.strict,
            use_directory_urls=config.use_directory_urls,
        )
        fresh.site_url = config.site_url
        build(fresh, serve_url=config.site_url, dirty=True)

    server.builder = rebuild
    logging.getLogger(build.__module__).addFilter(
        lambda record: "'dirty' build" not in str(record.msg)
    )
    watched = config.docs_dir, config.config_file_path
    for path in watched:
        server.unwatch(path)
    server.observer = Watcher(poll)
    server.build_delay = SETTLED
    for path in (*watched, *(str(it) for it in paths if it.exists())):
        server.watch(path)
