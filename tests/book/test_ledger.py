"""The ledger of equal computations: every row is decided, and leads to a chapter."""

import re
from pathlib import Path

from galley.project import Project
from galley.source import book as books

BOOK = books.read(Project.find(Path(__file__).parent))
PAGE = BOOK.pages["equal.md"]
SOURCE = (BOOK.project.docs_dir / PAGE.path).read_text()
ROWS = [
    line.split(" | ", 1)
    for line in SOURCE.splitlines()
    if line.startswith("| ") and not line.startswith("| One and the other")
]
ANSWERS = ("**Always**", "**Always.**", "**Up to**", "**If**", "**Nearly**", "**No")


def test_every_row_has_one_claim_an_answer_and_a_chapter() -> None:
    """A pair without a run behind it would be an opinion."""
    for pair, answer in ROWS:
        assert answer.startswith(ANSWERS), pair
        assert answer.count("{claim}") == 1, pair
        assert re.search(r"\]\([\w/.-]+\.md(#[\w-]+)?\)", answer), pair


def test_no_claim_decides_two_rows() -> None:
    """A row has its own run."""
    claims = [(claim.program, claim.name) for claim in PAGE.claims]

    assert len(claims) == len(set(claims)) == len(ROWS) >= 60


def test_code_fits_the_column_of_a_phone() -> None:
    """It breaks at its spaces only."""
    pairs = [pair for pair, _ in ROWS]
    words = [
        word
        for it in pairs
        for code in re.findall("`(.+?)`", it)
        for word in code.split()
    ]

    assert max(map(len, words)) <= 25
