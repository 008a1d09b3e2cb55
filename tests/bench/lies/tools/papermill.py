"""papermill: runs a notebook with parameters, and writes another with its outputs."""

from tests.bench.lies import render
from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool


def _render(it: Document) -> Rendered:
    # The tag `raises-exception` is not honoured, so the code itself expects it.
    return {"doc.ipynb": render.notebook(it, tag=False), **it.files}


TOOL = Tool(
    "papermill",
    _render,
    "papermill --no-progress-bar doc.ipynb out.ipynb",
    ("out.ipynb",),
    notes={"sleep": "a limit on demand: `--execution-timeout`"},
)
