"""mktestdocs: a function that runs the blocks of a page, for a test of one's own."""

from dataclasses import replace

from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tools import pytest_markdown_docs

_TEST = """\
import pathlib

import pytest

from mktestdocs import check_md_file


@pytest.mark.parametrize("path", [pathlib.Path("doc.md")], ids=str)
def test_files_good(path):
    check_md_file(fpath=path)
"""


def _render(it: Document) -> Rendered:
    return {**pytest_markdown_docs.TOOL.render(it), "test_doc.py": _TEST}


TOOL = replace(
    pytest_markdown_docs.TOOL,
    name="mktestdocs",
    render=_render,
    command="pytest",
    notes={"name": "blocks share their names on demand: `memory=True`"},
)
