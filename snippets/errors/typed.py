"""What is said of numbers that somebody typed."""

# %% typed
import contextlib
import tempfile
from pathlib import Path

from galley.accepted import check
from galley.bound.book import bind
from galley.problems import BookError
from galley.project import Project
from galley.source import book

page = r"""
From 1.50 it is halved 12 times.
That is $1.5 / 4 = 0.36$, and $e^2 = 7.39 + 0$.
"""
with tempfile.TemporaryDirectory(dir=".") as folder, contextlib.chdir(folder):
    Path("docs").mkdir()
    Path("docs/walk.md").write_text(page)
    Path("snippets").mkdir()
    Path("snippets/numbers.txt").write_text("# Why.\nwalk.md: 30\n")
    tiny = book.read(Project(Path.cwd(), hold_numbers=True))
    print(BookError(check.verify(bind(tiny, {}), [])))
