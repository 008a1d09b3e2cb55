"""pytest-markdown-docs: the blocks of a page are tests."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool


def _block(it: Block) -> list[str]:
    shown = [render.output(it.shown)] if it.shown else []
    code = render.fence(render.saving(it), it)
    return [code, *shown, *render.sentences(it), *render.picture(it)]


def _render(it: Document) -> Rendered:
    return {"doc.md": render.page(it, map(_block, it.blocks)), **it.files}


TOOL = Tool(
    "pytest-markdown-docs",
    _render,
    "pytest --markdown-docs doc.md",
    ("doc.md", "line.png"),
    notes={"name": "a block may continue its neighbour: `python continuation`"},
)
