"""phmdoctest: makes a test file of a page's blocks, each with its output behind it."""

from tests.bench.lies.document import Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool
from tests.bench.lies.tools.pytest_markdown_docs import TOOL as PLAIN


def _render(it: Document) -> Rendered:
    text = PLAIN.render(it)["doc.md"]
    assert isinstance(text, str)
    return {"doc.md": text.replace("```text", "```"), **it.files}


TOOL = Tool(
    "phmdoctest",
    _render,
    "phmdoctest doc.md --outfile test_doc.py && pytest --doctest-modules",
    ("doc.md", "line.png"),
    notes={"name": "blocks share names on demand: `<!--phmdoctest-share-names-->`"},
)
