"""Books in folders: each with what its pages expand to, or with what is wrong."""

import json
import os
import shutil
from pathlib import Path

import pytest

from galley.accepted import check
from galley.bound.book import bind
from galley.problems import BookError
from galley.project import Project
from galley.render.blocks import blocks
from galley.render.files import notebook_text
from galley.render.portable import portable
from galley.render.site import site
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books
from galley.source import rules

CASES = Path(__file__).parent / "cases"
REWRITE = bool(os.environ.get("REWRITE_CASES"))
"""Write what comes out over what is expected, to be read in the diff."""


def cases(kind: str) -> list[str]:
    found = sorted(path.name for path in (CASES / kind).iterdir() if path.is_dir())
    assert found
    return found


def expected(path: Path, actual: str) -> str:
    if REWRITE:
        path.write_text(actual)
    return path.read_text()


@pytest.fixture
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    folder = tmp_path / Path(request.param).name
    shutil.copytree(CASES / request.param, folder)
    return Project.find(folder)


@pytest.mark.parametrize(
    "project", [f"pages/{it}" for it in cases("pages")], indirect=True
)
def test_expands_as_expected(project: Project, executor: Executor) -> None:
    """A page becomes site, portable and test Markdown and a notebook."""
    book = books.read(project)
    results = find_or_run(book, book.programs.values(), executor)
    bound = bind(book, results)
    texts = {path: check.render(bound, book.programs[path]) for path in results}
    case = CASES / "pages" / project.root.name / "expected"

    assert rules.problems(book) == []
    for path, text in texts.items():
        stem = path.replace("/", "-").removesuffix(".py")
        facts, _, rest = text.partition("\n")
        assert expected(case / f"{stem}.out", rest) == rest
        assert facts.startswith("# accepted with Python 3")
    for uri, page in book.pages.items():
        site_text = site(bound.pages[uri]).text
        portable_text = portable(bound.pages[uri]).text
        test = blocks(page, book, texts)
        notebook = json.loads(notebook_text(bound.pages[uri]))
        for cell in notebook["cells"]:
            for output in cell.get("outputs", ()):
                if "image/svg+xml" in output.get("data", ()):
                    output["data"]["image/svg+xml"] = "drawn"
        drawn = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
        assert expected(case / f"{page.stem}.site.md", site_text) == site_text
        held = expected(case / f"{page.stem}.portable.md", portable_text)
        assert held == portable_text
        assert expected(case / f"{page.stem}.test.md", test) == test
        assert expected(case / f"{page.stem}.ipynb", drawn) == drawn


@pytest.mark.parametrize(
    "project", [f"errors/{it}" for it in cases("errors")], indirect=True
)
def test_says_what_is_wrong(project: Project, executor: Executor) -> None:
    """A book with a mistake gets place, fact, what exists and the next command."""
    book = books.read(project)
    results = find_or_run(book, book.programs.values(), executor)
    problems = [
        *rules.problems(book),
        *check.verify(bind(book, results), book.programs.values()),
    ]
    message = f"{BookError(problems)}\n"

    assert problems
    assert "Traceback" not in message
    assert str(project.root) not in message
    assert (
        expected(CASES / "errors" / project.root.name / "expected.txt", message)
        == message
    )
