"""What is said of claims that no change of their program makes false."""

# %% doubting
import tempfile
from pathlib import Path

from galley.accepted import doubt
from galley.accepted.doubt import Tried
from galley.bound.book import bind
from galley.problems import BookError
from galley.project import Project
from galley.source import book

page = """
A float is a number. `{claim} walk.a-number`
It ends below two. `{claim} walk.ends-low`
"""
with tempfile.TemporaryDirectory(dir=Path.cwd()) as root:
    Path(root, "docs").mkdir()
    Path(root, "docs/walk.md").write_text(page)
    Path(root, "snippets").mkdir()
    Path(root, "snippets/doubts.txt").write_text("# Why.\nwalk/walk.py: ends-low\n")
    tiny = bind(book.read(Project(Path(root))), {})
    tried = {
        "a-number": Tried(12),
        "ends-low": Tried(12, ["walk: `x = 8.0` 8.0 → 10.0"]),
    }
    print(BookError(doubt.problems(tiny, {"walk/walk.py": tried})))
