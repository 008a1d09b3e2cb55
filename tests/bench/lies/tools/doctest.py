"""doctest, of Python itself: sessions with prompts, wherever they stand."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool


def _block(it: Block) -> list[str]:
    # Without the empty line, the fence would be taken for output.
    code = render.session(it, render.saving(it) if it.alt else "") + "\n\n"
    parts = [render.fence(code, it), *render.sentences(it)]
    return [*parts, *render.picture(it)]


def _render(it: Document) -> Rendered:
    return {"doc.md": render.page(it, map(_block, it.blocks)), **it.files}


TOOL = Tool("doctest", _render, "python -m doctest doc.md", ("doc.md", "line.png"))
