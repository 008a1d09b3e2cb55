"""The benchmarks measure the books that they say they measure."""

import json
from pathlib import Path

import pytest

from galley.project import Project
from galley.run.executor import Executor
from galley.run.inputs import Inputs
from galley.source import book as books
from galley.source import rules
from tests.bench import formats
from tests.bench.books import page_name, program, write_book

SIZES = pytest.mark.parametrize(("programs", "pages"), [(5, 1), (10, 2), (40, 8)])


@SIZES
def test_a_generated_book_has_its_size(
    programs: int, pages: int, tmp_path: Path
) -> None:
    """As many programs and pages as asked for, half with a figure, and no problem."""
    write_book(tmp_path, programs, pages)
    book = books.read(Project.find(tmp_path))

    assert rules.problems(book) == []
    assert len(book.programs) == programs
    assert len(book.pages) == pages
    assert {len(it.claims) for it in book.pages.values()} == {programs // pages}
    figures = sum("picture" in it.names("code") for it in book.programs.values())
    assert figures == (programs + 1) // 2


def test_the_other_tools_get_the_same_programs(tmp_path: Path) -> None:
    """Every line of every program stands in each format, on as many pages."""
    sources = {number: program(number) for number in range(10)}
    formats.markdown_exec(tmp_path / "exec", sources, 2)
    formats.mkdocs_jupyter(tmp_path / "jupyter", sources, 2)
    formats.sphinx_gallery(tmp_path / "gallery", sources, 2)
    notebooks = [
        json.loads(path.read_text())
        for path in sorted((tmp_path / "jupyter" / "docs").iterdir())
    ]
    cells = [str(cell["source"]) for it in notebooks for cell in it["cells"]]
    texts = {
        "exec": [it.read_text() for it in (tmp_path / "exec" / "docs").iterdir()],
        "jupyter": cells,
        "gallery": [it.read_text() for it in (tmp_path / "gallery").rglob("p*.py")],
    }

    assert len(texts["exec"]) == len(notebooks) == 2
    assert len(texts["gallery"]) == len(sources)
    assert {it.name for it in (tmp_path / "gallery" / "examples").iterdir()} == {
        "README.rst",
        page_name(0),
        page_name(1),
    }
    for written in texts.values():
        lines = "\n".join(written).splitlines()
        for number, source in sources.items():
            assert f"target = {number} + 1.0" in lines
            for line in source.splitlines()[3:]:
                assert (
                    not line or line.startswith("#") or line in lines or "show" in line
                )


def test_the_page_accepts_what_was_measured(executors: list[Executor]) -> None:
    """Every claim of the page on speed holds on the files that the benchmarks wrote."""
    book = books.read(Project.find(Path(__file__).parent))
    programs = [book.programs[f"speed/{name}.py"] for name in ("growth", "peers")]
    results = list(executors[0].run(book.project, programs))

    for script, result in results:
        assert result.failure is None, result.failure
        assert set(result.claims) == set(script.names("claim"))
        name = script.path.replace(".py", ".json")
        assert f"{book.project.snippets}/{name}" in Inputs(book.project).of(script)
