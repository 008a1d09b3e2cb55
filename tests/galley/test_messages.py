"""The list of error messages names each once, with every part that raises it."""

from pathlib import Path

from galley.bound.book import bind
from galley.project import Project
from galley.render.pages import messages
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books

ZERO = """# %% zero raises ZeroDivisionError: division by zero
1 / 0
"""
OWN = """# %% lost
class LostError(Exception):
    pass

# %% own raises LostError: two lines
raise LostError("on\\n  two lines")
"""
PAGE = """---
title: A walk
---
# A walk

## Break it: *nothing* to divide by

```python exec="on"
--8<-- "walk/zero.py:zero"
```

## Exercises

```python exec="on"
--8<-- "walk/zero.py:zero"
```

```python exec="on"
--8<-- "walk/own.py:lost"
```

```python exec="on"
--8<-- "walk/own.py:own"
```
"""


def test_lists_what_is_raised_by_exception(tmp_path: Path, executor: Executor) -> None:
    """The list is sorted by exception; links go to the part, not only to the page."""
    for name, text in {
        "pyproject.toml": "[tool.galley]\n",
        "docs/walk.md": PAGE,
        "docs/look-up/messages.md": "<!-- messages -->\n",
        "docs/guide.md": PAGE.replace("title: A walk", "explain: false"),
        "snippets/walk/zero.py": ZERO,
        "snippets/walk/own.py": OWN,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    book = books.read(Project.find(tmp_path))
    results = find_or_run(book, book.programs.values(), executor)
    here = book.pages["look-up/messages.md"]

    assert messages.listing(here, bind(book, results)) == "\n\n".join(
        [
            "## LostError",
            "`` on two lines ``\n:   [Exercises](../walk.md#exercises) in *A walk*",
            "## ZeroDivisionError",
            "`` division by zero ``\n:   [Break it: *nothing* to divide by]"
            "(../walk.md#break-it-nothing-to-divide-by) in *A walk*, "
            "[Exercises](../walk.md#exercises) in *A walk*",
        ]
    )
