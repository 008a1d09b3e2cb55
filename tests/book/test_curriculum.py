"""Every item that the book must teach has its place on a page.

`curriculum.txt` lists the items; a chapter says in its front matter, under `covers`,
which of them it teaches below which heading. `python tests/book/test_curriculum.py`
prints the table.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify

from galley.project import Project
from galley.source import book as books

HERE = Path(__file__).parent
BOOK = books.read(Project.find(HERE))
ITEMS = (HERE / "curriculum.txt").read_text().split()
PENDING = (HERE / "pending.txt").read_text().split()
"""Items whose chapter is not written yet."""
CHAPTERS = [page for page in BOOK.pages.values() if page.meta.get("covers")]


def table() -> dict[str, list[str]]:
    """Where each item is taught: page and anchor."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in CHAPTERS:
        for anchor, items in page.meta["covers"].items():
            for item in items:
                found[item].append(f"{page.path}#{anchor}")
    return found


def anchors(path: str) -> set[str]:
    """The anchors of a page's headings."""
    source = (BOOK.project.docs_dir / path).read_text()
    outside = re.sub(r"^ *(`{3,}).*?^ *\1$", "", source, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#{2,4} (.+?)(?: *\{.*\})?$", outside, flags=re.MULTILINE)
    explicit = re.findall(r"\{[^}]*#([\w-]+)[^}]*\}", outside)
    plain = (re.sub(r"[`*]|\$", "", heading) for heading in headings)
    return {slugify(it, "-") for it in plain} | set(explicit)


def test_every_item_is_taught_or_pending() -> None:
    """No item is lost, and none is listed as pending that is taught."""
    taught = set(table())

    assert set(ITEMS) - taught == set(PENDING)


def test_only_items_of_the_curriculum_are_named() -> None:
    """A misspelt item would teach nothing."""
    assert set(table()) - set(ITEMS) == set()


@pytest.mark.parametrize("page", CHAPTERS, ids=[page.path for page in CHAPTERS])
def test_items_stand_below_a_heading_that_exists(page: books.Page) -> None:
    """An anchor of the table leads somewhere."""
    assert set(page.meta["covers"]) - anchors(page.path) == set()


if __name__ == "__main__":
    places = table()
    for item in ITEMS:
        print(f"{item:<14} {', '.join(places.get(item, ['pending']))}")
