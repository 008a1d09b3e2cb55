"""pytest-codeblocks as this project wraps it: each block in a process of its own."""

from dataclasses import replace
from pathlib import Path

from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tools import pytest_codeblocks

_CONFTEST = Path(__file__).parents[3] / "conftest.py"
_TEST = "python -m pytest --codeblocks tests/doc.md"
_SETTINGS = """\
[tool.galley]
[tool.pytest.ini_options]
addopts = ["--import-mode=importlib"]
"""
_WEIGHT = 'Path(__file__).parents[1].joinpath("weight.txt")'
"""A block of a page sees the book's programs and their data."""


def _render(it: Document) -> Rendered:
    page = pytest_codeblocks.TOOL.render(it)["doc.md"]
    assert isinstance(page, str)
    return {
        "tests/doc.md": page.replace('Path("weight.txt")', _WEIGHT),
        "tests/conftest.py": _CONFTEST.read_text(),
        "pyproject.toml": _SETTINGS,
        "docs/index.md": "",
        "snippets/weight.txt": it.files["weight.txt"],
        "src/double.py": it.files["double.py"],
        "src/draw.py": it.files["draw.py"],
    }


TOOL = replace(
    pytest_codeblocks.TOOL,
    name="pytest-codeblocks, wrapped",
    render=_render,
    command=_TEST,
    published=("tests/doc.md",),
    limit=600,
    lowered=f"sed -i 's/(ROOT, /&time_limit=1, /' tests/conftest.py && {_TEST}",
    ours=True,
    distribution="pytest-codeblocks",
    notes={"sleep": "waiting ends after 600 s; tried with 10 s"},
)
