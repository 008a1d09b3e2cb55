"""cog: generators in a page write the text behind them; the check compares it."""

from tests.bench.lies import render
from tests.bench.lies.document import USUAL, Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_COG = "<!-- [[[cog\n{code}\n]]] -->\n{shown}<!-- [[[end]]] -->"


def _block(it: Block) -> list[str]:
    code = render.saving(it)
    if it.form != USUAL:
        return [render.fence(code, it)]
    shown = f"{it.shown}\n" if it.shown else ""
    parts = [render.fence(code, it), _COG.format(code=code, shown=shown)]
    if it.value:
        text, name, typed = it.value
        says = f'print(f"{text.format("{" + name + "}")}")'
        parts.append(_COG.format(code=says, shown=text.format(typed) + "\n"))
    says = [it.says] if it.says else []
    return [*parts, *says, *render.picture(it)]


def _render(it: Document) -> Rendered:
    return {"doc.md": render.page(it, map(_block, it.blocks)), **it.files}


TOOL = Tool(
    "cog",
    _render,
    "cog -P --check doc.md",
    ("doc.md", "line.png"),
    distribution="cogapp",
    settings="`-P`: what is printed is what is written",
)
