"""mkdocs-jupyter: MkDocs runs notebooks and shows them as pages."""

from tests.bench.lies import render
from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_MKDOCS = """\
site_name: Halves
plugins:
  - mkdocs-jupyter: {execute: true, allow_errors: false}
"""


def _render(it: Document) -> Rendered:
    beside = {
        f"docs/{name}": text for name, text in it.files.items() if name[-2:] != "py"
    }
    modules = {name: text for name, text in it.files.items() if name[-2:] == "py"}
    book = render.notebook(it)
    return {"docs/index.ipynb": book, "mkdocs.yml": _MKDOCS, **beside, **modules}


TOOL = Tool(
    "mkdocs-jupyter",
    _render,
    "mkdocs build --strict",
    ("site/index.html",),
    settings="`execute: true`, `allow_errors: false`; the defaults are others",
)
