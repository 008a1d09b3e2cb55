"""byexample: sessions with prompts, in a process of its own as a person would type."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_TRACEBACK = "Traceback (most recent call last):"


def _block(it: Block) -> list[str]:
    code = render.session(it, render.saving(it) if it.alt else "")
    code = code.replace(_TRACEBACK, f"{_TRACEBACK}\n<...>")
    parts = [render.fence(code, it), *render.sentences(it)]
    return [*parts, *render.picture(it)]


def _render(it: Document) -> Rendered:
    return {"doc.md": render.page(it, map(_block, it.blocks)), **it.files}


TOOL = Tool(
    "byexample",
    _render,
    "byexample -l python --no-progress-bar doc.md",
    ("doc.md", "line.png"),
    limit=2,
)
