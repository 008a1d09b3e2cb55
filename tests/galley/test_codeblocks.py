"""Every displayed block of code is executed by pytest-codeblocks, or says why not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_codeblocks.main import extract_from_buffer

from galley.project import Project
from galley.render.blocks import blocks
from galley.render.files import accepted_texts
from galley.source import book as books
from galley.source.page import Page, Quote, Run, Shown

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parent.parent.parent
CONFTEST = (ROOT / "tests" / "conftest.py").read_text()
BOOK = books.read(Project.find(ROOT))
PAGES = [page for page in BOOK.pages.values() if list(books.blocks(page))]


def collected(page: Page) -> list[str]:
    """The Python blocks that pytest-codeblocks finds in a page's test flavour."""
    text = blocks(page, BOOK, accepted_texts(BOOK, page))

    class Lines:
        def __init__(self) -> None:
            self.lines: Iterator[str] = iter(text.splitlines(keepends=True))

        def readline(self) -> str:
            return next(self.lines, "")

    return [it.code for it in extract_from_buffer(Lines()) if it.syntax == "python"]


@pytest.mark.parametrize("page", PAGES, ids=[page.path for page in PAGES])
def test_every_displayed_cell_is_collected(page: Page) -> None:
    """Each executed block stands in a collected one, and there are no others."""
    found = collected(page)
    programs = {run.program for run in page.runs}

    assert len(programs) == len(found)
    for run in page.runs:
        cell = BOOK.programs[run.program].cell(run.cell)
        assert cell is not None
        assert any(cell.source in code for code in found)


@pytest.mark.parametrize("page", PAGES, ids=[page.path for page in PAGES])
def test_every_block_has_a_class(page: Page) -> None:
    """The fences of the source are those of the manifest: none is lost between."""
    source = (BOOK.project.docs_dir / page.path).read_text()
    fences = [
        it for it in source.splitlines() if it.lstrip().startswith(("```", "~~~"))
    ]
    shown = [part for part in page.parts if isinstance(part, Shown)]
    nested = sum(
        line.lstrip().startswith(("```", "~~~"))
        for block in shown
        for line in block.body.splitlines()
    )

    assert len(fences) - nested == 2 * len(list(books.blocks(page)))
    assert all(block.reason for block in shown)
    for part in page.parts:
        if isinstance(part, Quote):
            assert BOOK.quoted(part)
        elif isinstance(part, Run):
            assert part.program in BOOK.programs


@pytest.mark.parametrize(
    "fence",
    [
        '```python title="x"',
        '```python hl_lines="1"',
        "``` python",
        "```py",
        "~~~python",
        "```{.python .annotate}",
        "``` { .python }",
        "```pycon",
        "```zsh",
        "```Python",
        "```python3",
        "```ipython",
        "```shell",
    ],
)
def test_a_wrong_block_in_a_form_that_is_skipped_is_caught(
    fence: str, pytester: pytest.Pytester
) -> None:
    """pytest-codeblocks alone is green over each of these; ours is not."""
    pytester.makefile(".md", wrong=f"{fence}\nassert False\n{fence[:3]}\n")
    alone = pytester.runpytest_inprocess("--codeblocks", "-p", "no:cacheprovider")
    pytester.makeconftest(CONFTEST)
    ours = pytester.runpytest_inprocess("--codeblocks", "-p", "no:cacheprovider")

    alone.assert_outcomes()
    ours.assert_outcomes(failed=1)


EXPECT_ONE = "\n<!--pytest-codeblocks:expected-output-->\n\n```text\n1\n```\n"


def test_blocks_run_isolated_with_their_whole_output(pytester: pytest.Pytester) -> None:
    """A block passes only if it comes to its end and prints what the page says."""
    blocks = {
        "good": "print(1)",
        "more": "print(1)\nprint(2)",
        "nothing": "pass",
        "exits": "print(1)\nimport sys\nsys.exit(0)",
        "quits": "print(1)\nimport os\nos._exit(0)",
        "asserts": "print(1)\nassert False",
        "shell": "echo 1",
        "fails": "echo 1; false | true",
    }
    for name, code in blocks.items():
        language = "sh" if name in ("shell", "fails") else "python"
        text = f"```{language}\n{code}\n```\n{EXPECT_ONE}"
        pytester.makefile(".md", **{name: text})
    pytester.makeconftest(CONFTEST)
    result = pytester.runpytest_inprocess("--codeblocks", "-p", "no:cacheprovider")

    # Besides its block, each file has the test of its fences.
    result.assert_outcomes(passed=len(blocks) + 2, failed=len(blocks) - 2)
