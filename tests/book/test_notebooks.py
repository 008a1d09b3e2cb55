"""Every chapter's notebook runs from top to bottom and gives the outputs it holds."""

import copy
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from galley.bound.book import bind
from galley.child import environment
from galley.child.result import Result
from galley.project import Project
from galley.render.files import notebook_text
from galley.run.executor import Executor
from galley.run.results import find_or_run
from galley.source import book as books

BOOK = books.read(Project.find(Path(__file__).parent))
# The guide's programs fork warm parents of their own, which a kernel cannot be.
PAGES = [page for page in BOOK.pages.values() if not page.path.startswith("authors/")]
CHAPTERS = [page for page in PAGES if page.runs]
# A warning's line carries a path in Jupyter, and none in the book.
_WARNING = re.compile(r"^\w*Warning: .*\n", re.MULTILINE)


@pytest.fixture(scope="module")
def results(executor: Executor) -> dict[str, Result]:
    """The results of the whole book, mostly from the cache."""
    return find_or_run(BOOK, BOOK.programs.values(), executor)


@pytest.fixture(autouse=True)
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Kernels talk through files, not sockets, and compute as programs do."""
    config = tmp_path / "jupyter_config.py"
    config.write_text('c = get_config()\nc.KernelManager.transport = "ipc"\n')
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    for name, value in environment.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.setenv("PYTHONPATH", str(BOOK.project.src_dir), prepend=os.pathsep)
    yield


def printed(cell: Any) -> str:
    """What a cell prints, and the exception it ends in."""
    text = ""
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stdout":
            text += "".join(output.text)
        elif output.output_type == "error":
            text += f"{output.ename}: {output.evalue}"
    lines = _WARNING.sub("", text).splitlines()
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")


@pytest.mark.filterwarnings("default")  # Jupyter's own, about its event loop
@pytest.mark.parametrize("page", CHAPTERS, ids=[page.path for page in CHAPTERS])
def test_a_fresh_kernel_gives_the_same_outputs(
    page: books.Page, results: dict[str, Result]
) -> None:
    """Cell by cell, what Jupyter prints is what the book prints."""
    ours = nbformat.reads(
        notebook_text(bind(BOOK, results, [page]).pages[page.path]), as_version=4
    )
    nbformat.validate(ours)
    theirs = copy.deepcopy(ours)
    for cell in theirs.cells:
        cell.pop("outputs", None)
        if cell.cell_type == "code":
            cell.outputs = []
    folder = BOOK.project.snippets_dir / page.stem
    resources = {
        "metadata": {"path": str(folder if folder.is_dir() else folder.parent)}
    }
    NotebookClient(theirs, timeout=120, resources=resources).execute()

    code = [
        pair
        for pair in zip(ours.cells, theirs.cells, strict=True)
        if "outputs" in pair[0]
    ]
    for mine, new in code:
        assert printed(mine) == printed(new), mine.metadata.galley
