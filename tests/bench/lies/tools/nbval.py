"""nbval: a notebook's cells are tests, and their outputs those that are stored."""

from tests.bench.lies import render
from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool


def notebook(it: Document) -> Rendered:
    """Write the document as a notebook with its outputs."""
    return {"doc.ipynb": render.notebook(it), **it.files}


TOOL = Tool(
    "nbval",
    notebook,
    "pytest --nbval doc.ipynb",
    ("doc.ipynb",),
    limit=2000,
    lowered="pytest --nbval --nbval-cell-timeout 5 doc.ipynb",
    notes={
        "figure": "nbval compares pictures if `nbdime` is there: `--nbdime`",
        "sleep": "the limit is 2000 s; tried with `--nbval-cell-timeout 5`",
    },
)
