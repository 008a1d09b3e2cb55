"""How long an author waits: from saving a file until the server gives the new page."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.books import page_name

TURNS = 5
EVERY = 0.01
"""Seconds between two looks at a page."""
PATIENCE = 300
"""Seconds until a page that does not come is given up."""


def waits(root: Path) -> dict[str, float]:
    """Serve a book, edit it a few times, and return the middle waits in seconds."""
    prose = root / "docs" / f"{page_name(1)}.md"
    program = root / "snippets" / "bench" / "p1.py"
    with _serving(root) as address:
        page = f"{address}{page_name(1)}/"
        _until(page, "</html>")
        _saved(prose, page, lambda text: f"{text}\nOne more.\n", "One more.")  # warms
        return {
            "prose": median(
                _saved(prose, page, lambda text, say=say: f"{text}\n{say}\n", say)
                for say in (f"Sentence {turn}." for turn in range(TURNS))
            ),
            "program": median(
                _saved(program, page, lambda text, say=say: _printing(text, say), say)
                for say in (f"This is run {turn}." for turn in range(TURNS))
            ),
        }


def _printing(text: str, say: str) -> str:
    return text.replace("import torch\n", f"import torch\n\nprint({say!r})\n", 1)


def _saved(path: Path, page: str, change: Callable[[str], str], wanted: str) -> float:
    """Save a change, and measure how long it takes to be on the page."""
    path.write_text(change(path.read_text()))
    began = time.perf_counter()
    _until(page, wanted)
    return round(time.perf_counter() - began, 2)


def _until(page: str, wanted: str) -> None:
    given_up = time.monotonic() + PATIENCE
    while time.monotonic() < given_up:
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                if wanted in answer.read().decode():
                    return
        except OSError:  # it does not serve yet
            pass
        time.sleep(EVERY)
    sys.exit(f"{page} does not say {wanted!r} after {PATIENCE} s")


@contextmanager
def _serving(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    with (root / "serve.log").open("w") as log:
        server = subprocess.Popen(command, cwd=root, stdout=log, stderr=log)
    try:
        yield f"http://{place}/"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
