"""Rules that every chapter keeps."""

import re
from collections import Counter
from pathlib import Path

import pytest

from galley.project import Project
from galley.render.pages.chapter import minutes
from galley.source import book as books
from galley.source.page import Page, Prose

BOOK = books.read(Project.find(Path(__file__).parent))
PARTS = ("start", "tensors", "autograd", "descent", "optimisers", "networks", "gpt")
CHAPTERS = [it for it in BOOK.pages.values() if it.path.startswith(PARTS)]
LONGEST = 20
"""Minutes."""
FORBIDDEN = re.compile(
    r"\b(simply|just|obviously|of course|magic|under the hood)\b", re.IGNORECASE
)
chapters = pytest.mark.parametrize("page", CHAPTERS, ids=[it.path for it in CHAPTERS])


def prose(page: Page) -> str:
    parts = [part for part in page.parts if isinstance(part, Prose)]
    return "".join(it for part in parts for it in part.parts if isinstance(it, str))


@chapters
def test_a_chapter_is_at_most_a_twenty_minute_read(page: Page) -> None:
    """What takes longer is split."""
    source = (BOOK.project.docs_dir / page.path).read_text()

    assert minutes(source) <= LONGEST


@chapters
def test_a_chapter_has_its_shape(page: Page) -> None:
    """Goals, a prediction, a picture, a failure, exercises with solutions, an end."""
    text = prose(page)
    headings = re.findall(r"^## (\w[\w ]*)", text, flags=re.MULTILINE)

    assert 'abstract "What you will be able to do"' in text
    assert {"Predict", "Exercises", "Remember"} <= set(headings)
    assert "Break it" in headings
    assert any(run.alts for run in page.runs)
    assert text.count('??? example "Solution"') >= 3
    assert page.claims


@chapters
def test_a_chapter_says_what_cards_and_searches_show(page: Page) -> None:
    """Title, description of at most 150 characters, prerequisites that exist."""
    stems = {it.stem for it in BOOK.pages.values()}

    assert page.meta["title"]
    assert 40 <= len(page.meta["description"]) <= 150
    assert set(page.meta.get("needs") or []) <= stems


@chapters
def test_the_voice(page: Page) -> None:
    """No word that tells readers that they ought to understand already."""
    text = re.sub(r"`[^`]*`", "", prose(page))

    assert FORBIDDEN.findall(text) == []
    assert re.findall(r"\w+!(?!\w|\[)", text) == []


def test_every_term_is_defined_once() -> None:
    """A term has one meaning and one home."""
    terms = Counter(
        term for page in BOOK.pages.values() for term in page.meta.get("terms") or {}
    )

    assert [term for term, count in terms.items() if count > 1] == []
