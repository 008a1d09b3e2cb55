"""jupytext: a notebook as a page of Markdown; it is executed on the way back."""

from tests.bench.lies import render
from tests.bench.lies.document import Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_HEAD = """\
---
jupyter:
  kernelspec: {display_name: Python 3, language: python, name: python3}
---

"""


def _block(it: Block) -> list[str]:
    more = ' tags=["raises-exception"]' if it.raises else ""
    code = render.fence(render.showing(it), it, more=more)
    return [code, *render.sentences(it), *([it.alt] if it.alt else [])]


def _render(it: Document) -> Rendered:
    return {"doc.md": _HEAD + render.page(it, map(_block, it.blocks)), **it.files}


TOOL = Tool(
    "jupytext",
    _render,
    "jupytext --to ipynb --execute doc.md",
    ("doc.ipynb",),
)
