"""While pages are served, an edit costs the pages it changes, and nothing is stale."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from unittest.mock import Mock

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from watchdog import observers
from watchdog.events import FileSystemEventHandler

from galley.mkdocs import plugin
from galley.mkdocs.watch import Watcher

from .test_site import make

URL = "http://127.0.0.1:8000/"
CLEAN = f"""\
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
config.site_url = "{URL}"
build(config, serve_url="{URL}")
config.plugins.on_shutdown()
"""


def edit(path: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def title(book: Path) -> None:
    edit(book / "docs/walk.md", "# A walk\n", "# A long walk\n")


def term(book: Path) -> None:
    edit(book / "docs/walk.md", "  step: One move.", "  Home: Where one is.")


def program(book: Path) -> None:
    edit(book / "snippets/walk/walk.py", "import torch\n", "import torch\n\nprint(1)\n")


def package(book: Path) -> None:
    edit(
        book / "src/kit/shapes.py",
        "return self.side**2",
        "return self.side * self.side",
    )


def prose(book: Path) -> None:
    edit(book / "docs/index.md", "[A walk](walk.md)", "[A walk](walk.md#gone) to go")


def page(book: Path) -> None:
    (book / "docs/new.md").write_text("# New\n\n[A walk](walk.md)\n")


@pytest.fixture
def served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Path, Path, Callable[[], None]]]:
    """A book, the folder its site is served from, and what the server does on edits."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    book, site = make(tmp_path / "book"), tmp_path / "site"
    config = load_config(str(book / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = URL
    build(config, serve_url=URL)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=str(site))
    server.watch(config.docs_dir)  # as MkDocs does before it asks the plugins
    server.watch(config.config_file_path)
    config.plugins.on_serve(server, config=config, builder=server.builder)
    yield book, site, server.builder
    server.server_close()
    config.plugins.on_shutdown()


def pages(site: Path) -> dict[str, object]:
    """Read every file of a site; the order of the search index means nothing."""
    found: dict[str, object] = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name not in ("sitemap.xml.gz", "search_index.json")
    }
    index = json.loads((site / "search/search_index.json").read_text())
    found["index"] = sorted(map(json.dumps, index["docs"]))
    return found


@pytest.mark.parametrize("change", [prose, title, term, program, package, page])
def test_what_is_reused_is_what_would_be_built(
    served: tuple[Path, Path, Callable[[], None]],
    change: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    """After an edit, the served site is the one that a build from nothing makes.

    Files that such a build would not make may remain; no page links to them.
    """
    book, site, rebuild = served
    change(book)

    rebuild()

    clean = tmp_path / "clean"
    command = [sys.executable, "-c", CLEAN, str(clean)]
    subprocess.run(command, cwd=book, env=dict(os.environ), check=True)
    now, expected = pages(site), pages(clean)
    assert {name: now[name] for name in expected} == expected


def test_prose_costs_one_page(
    served: tuple[Path, Path, Callable[[], None]],
) -> None:
    """Only the edited page is written again."""
    book, site, rebuild = served
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    prose(book)

    rebuild()

    after = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    written = {
        it.relative_to(site).as_posix() for it in after if after[it] != before[it]
    }
    assert written == {"index.html", "404.html"}


def accepted(book: Path, *pages: str) -> None:
    """Accept what the programs of pages print."""
    env = {name: value for name, value in os.environ.items() if name != "CI"}
    command = [Path(sys.executable).with_name("galley"), "accept", *pages]
    subprocess.run(command, cwd=book, env=env, check=True, capture_output=True)


def test_what_is_gone_is_served_no_more(
    served: tuple[Path, Path, Callable[[], None]],
) -> None:
    """A page or a program is renamed, a page or an image removed: nothing is left."""
    book, site, rebuild = served
    page, program = book / "docs/deep/new.md", book / "snippets/one/one.py"
    first = set(pages(site))

    def added() -> set[str]:
        rebuild()
        return set(pages(site)) - first

    for path in (page, program):
        path.parent.mkdir()
    program.write_text("# %% one\nprint(1)\n")
    page.write_text('# New\n\n```python exec="on"\n--8<-- "one/one.py:one"\n```\n')
    (book / "docs/dot.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    accepted(book, "docs/deep/new.md")
    beside = {"index.html", "one.py", "new.ipynb", "new.md"}
    assert added() == {"dot.svg", *(f"deep/new/{it}" for it in beside)}

    page = page.rename(page.with_name("newer.md"))
    program.rename(program.with_name("two.py"))
    program.with_suffix(".out").unlink()
    edit(page, "one/one.py", "one/two.py")
    accepted(book, "docs/deep/newer.md")
    beside = {"index.html", "two.py", "newer.ipynb", "newer.md"}
    assert added() == {"dot.svg", *(f"deep/newer/{it}" for it in beside)}

    prose(book)
    assert added() == {"dot.svg", *(f"deep/newer/{it}" for it in beside)}

    page.unlink()
    (book / "docs/dot.svg").unlink()
    assert added() == set()
    assert first <= set(pages(site))
    assert not (site / "deep").exists()


def test_what_a_broken_build_has_written_is_gone_too(
    served: tuple[Path, Path, Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is written, then the build breaks, then the page is removed."""
    book, site, rebuild = served
    first, page = set(pages(site)), book / "docs/new.md"
    page.write_text("# New\n")
    with monkeypatch.context() as patch, pytest.raises(Abort):
        patch.setattr(plugin.builds, "published", Mock(side_effect=OSError("broken")))
        rebuild()
    assert (site / "new/index.html").exists()

    page.unlink()
    rebuild()

    assert first == set(pages(site))


def test_what_changes_is_seen_and_what_is_read_is_not(tmp_path: Path) -> None:
    """A file saved in place or put in its place; a new one; a setting; no reading."""
    folder, setting = tmp_path / "docs" / "part", tmp_path / "mkdocs.yml"
    folder.mkdir(parents=True)
    (folder / "walk.md").write_text("one")
    setting.write_text("one")
    for poll in (False, True):
        seen: Queue[str] = Queue()
        handler = FileSystemEventHandler()
        handler.on_any_event = lambda event, seen=seen: seen.put(event.src_path)
        watcher = Watcher(poll)
        for path in (tmp_path / "docs", setting):
            watcher.schedule(handler, str(path), recursive=True)
        watcher.start()
        try:
            (folder / "walk.md").read_text()
            with pytest.raises(Empty):
                seen.get(timeout=0.2)
            (folder / "walk.md").write_text(f"two {poll}")
            assert seen.get(timeout=5).startswith(str(tmp_path / "docs"))
            for path in (folder / "walk.md", setting, folder / f"new{poll}.md"):
                time.sleep(0.6)  # for what is looked at twice a second
                while not seen.empty():
                    seen.get()
                (tmp_path / "saved").write_text(f"three {poll} and more")
                (tmp_path / "saved").replace(path)
                assert seen.get(timeout=5)
        finally:
            watcher.stop()
            watcher.join()


def test_a_system_that_gives_no_notice_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Linux has a limit on what it gives notice of: the server says so, and works."""
    seen: Queue[str] = Queue()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: seen.put(event.src_path)
    watcher = Watcher()

    def refuse() -> None:
        raise OSError("inotify watch limit reached")

    monkeypatch.setattr(observers.Observer, "start", lambda self: refuse())
    watcher.schedule(handler, str(tmp_path), recursive=True)
    watcher.start()
    try:
        (tmp_path / "walk.md").write_text("one")
        assert seen.get(timeout=5)
    finally:
        watcher.stop()
        watcher.join()
    assert "inotify watch limit reached" in caplog.text
