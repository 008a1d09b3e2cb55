"""What the claims assert can be false, and what cannot has its reason."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from galley.accepted.doubt import REASONS
from galley.cli import main
from galley.project import Project
from galley.run.executor import Executor
from galley.source import book as books

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ("parabola/walk", "selecting/masks", "tokens/four_words")


def test_a_sample_of_claims_can_be_false(
    executors: list[Executor], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make doubt` tries the claims of all programs."""
    monkeypatch.chdir(ROOT)
    paths = [f"snippets/{name}.py" for name in SAMPLE]
    done = CliRunner().invoke(main, ["doubt", *paths], obj=executors)
    count = re.search(r"^(\d+) claims, (\d+) false", done.output, re.MULTILINE)

    assert done.exit_code == 0, done.output
    assert count
    assert count[1] == count[2] != "0"


def test_each_doubt_has_a_reason_and_a_claim() -> None:
    """Paragraphs begin with a reason; no line is about a claim that is gone."""
    book = books.read(Project.find(ROOT))
    claims = [
        f"{path}: {name}"
        for path, program in book.programs.items()
        for name in program.names("claim")
    ]
    paragraphs = (book.project.snippets_dir / REASONS).read_text().strip().split("\n\n")
    for paragraph in paragraphs[1:]:
        reason, *lines = paragraph.splitlines()
        names = [it for it in lines if not it.startswith("#")]

        assert reason.startswith("# ")
        assert names
        assert [it for it in names if it not in claims] == []
