"""pytest-codeblocks: the blocks of a page are tests, and may say what they print."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

EXPECTED = "<!--pytest-codeblocks:expected-output-->"


def _block(it: Block) -> list[str]:
    shown = [EXPECTED, render.output(it.shown, "")] if it.shown else []
    code = render.fence(render.saving(it), it)
    return [code, *shown, *render.sentences(it), *render.picture(it)]


def _render(it: Document) -> Rendered:
    return {"doc.md": render.page(it, map(_block, it.blocks)), **it.files}


TOOL = Tool(
    "pytest-codeblocks",
    _render,
    "pytest --codeblocks doc.md",
    ("doc.md", "line.png"),
    notes={
        "name": "a block may continue its neighbour: `<!--pytest-codeblocks:cont-->`",
    },
)
