"""marimo: a notebook is a module whose cells run in the order of what they need."""

import textwrap

from tests.bench.lies import render
from tests.bench.lies.document import DRAWN, USUAL, Block, Document
from tests.bench.lies.render import Rendered
from tests.bench.lies.tool import Tool

_HEAD = """\
import marimo

app = marimo.App()


@app.cell
def _():
    import marimo as mo
"""
_CELL = "\n\n@app.cell\ndef _():\n{}\n"
_END = '\n\nif __name__ == "__main__":\n    app.run()\n'


def _text(text: str) -> str:
    quotes = '"""'
    return f"mo.md(rf{quotes}{text}{quotes})"


def _block(it: Block) -> list[str]:
    if it.form != USUAL:
        fenced = render.fence(it.program, it).replace("{", "{{").replace("}", "}}")
        return [_text(f"\n{fenced}\n")]
    code = render.attempt(it).replace(DRAWN, "mo.image(png(heights))")
    found = [code]
    if it.value:
        text, name, _ = it.value
        found.append(_text(text.format("{" + name + "}")))
    return [*found, *map(_text, filter(None, (it.says, it.alt)))]


def _render(it: Document) -> Rendered:
    first = _text(f"# {it.title}\n\n{it.lead}")
    cells = [first, *(code for block in it.blocks for code in _block(block))]
    body = "".join(_CELL.format(textwrap.indent(code, "    ")) for code in cells)
    return {"doc.py": _HEAD + body + _END, **it.files}


TOOL = Tool(
    "marimo",
    _render,
    "marimo export html doc.py -o out.html",
    ("out.html",),
)
